/*
 * Text → the words it is found by: the same as build_scripts/write/search/words.py, which is compared
 * with it by a test. `wordRules` comes with the index: the words passed over, the longest word.
 */
(function () {
  "use strict";

  const IDEOGRAPHS = "\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff";
  const WORD = new RegExp(
    `[${IDEOGRAPHS}]|[0-9]+(?:\\.[0-9]+)+|(?:(?![${IDEOGRAPHS}])[\\p{L}\\p{N}])+`, "gu");
  const HYPHENED = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+/gu;
  const here = window.countercheck;
  const english = here.stem;

  function folded(text) {
    return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  }

  function cut(word) {
    const { longest } = here.wordRules;
    return word.length > longest ? Array.from(word).slice(0, longest).join("") : word;
  }

  here.words = function (text) {
    const { stops } = here.wordRules;
    const found = [];
    const line = folded(text)
      .replace(/['’ʼ]s(?![\p{L}\p{N}])/gu, "")
      .replace(/([0-9]),(?=[0-9]{3}(?![0-9]))/g, "$1")
      .replace(/(^|[^\p{L}\p{N}])([a-z](?:\.[a-z])+)(?![\p{L}\p{N}])/gu,
        (_, before, letters) => before + letters.replaceAll(".", ""));
    for (const [match] of line.matchAll(WORD)) {
      const word = match.replace(/([0-9])s$/, "$1");
      if (!stops.has(word) && !/^[a-z]$/.test(word)) found.push(cut(word));
    }
    for (const [match] of line.matchAll(HYPHENED)) {
      const word = match.replaceAll("-", "").replace(/([0-9])s$/, "$1");
      if (/\p{N}/u.test(word) && /\p{L}/u.test(word)) found.push(cut(word));
    }
    return found;
  };

  here.stem = function (word) {
    return /^[a-z]+$/.test(word) ? english(word) : word;
  };

  // "russia" and "russian", "ukrain" and "ukrainian".
  here.sameButEnding = function (one, other, most) {
    const [short, long] = one.length < other.length ? [one, other] : [other, one];
    return short.length > 3 && long.length - short.length <= most
      && !/[0-9]/.test(long) && long.startsWith(short);
  };

  // Whether one letter more, less, other, or two letters swapped make one word of the other.
  here.oneApart = function (one, other) {
    const [short, long] = one.length < other.length ? [one, other] : [other, one];
    if (short.length < 4 || long.length - short.length > 1 || /[0-9]/.test(long)) return false;
    let at = 0;
    while (at < short.length && short[at] === long[at]) at += 1;
    if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
    return short.slice(at + 1) === long.slice(at + 1)
      || (short[at] === long[at + 1] && short[at + 1] === long[at]
        && short.slice(at + 2) === long.slice(at + 2));
  };
})();
