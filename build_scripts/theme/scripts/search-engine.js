/*
 * Answers a query from the scripts under search/ that build_scripts/write/search writes. Loaded by
 * search.js on first use, after search-stemmer.js and search-words.js. It uses neither fetch nor
 * workers, which fail on file://.
 */
(function () {
  "use strict";

  const MAX_WORDS = 8;
  const NEAR_SHARDS = 2;
  // Before so many letters are typed, a word is not completed: it could become anything.
  const BEGINNING = 3;
  // Where nothing was found, a mistyped word is looked for among words with the same beginning,
  // [letters, shards at most], and in a small edition among all.
  const WIDER = [[3, 3], [2, 8]];
  const SMALL = 24;
  const COMPLETIONS = 24;
  const ENDING = 3, LONG_ENDING = 6;
  // How much a word counts that is not the very word that was asked for.
  const ENDED = 0.6, COMPLETED = 0.6, MISTYPED = 0.4;
  // What is left out: results this far below the best one are there by chance.
  const CUT = 0.2;
  // A word that does occur may still be a typing error of one that occurs so many times as often.
  const COMMONER = 8;
  const LAST = 45, MORE = 46, BACKSLASH = 92;

  const here = window.countercheck;
  const { words, stem, sameButEnding, oneApart } = here;
  let root = "", edition = "", fresh = "";
  let shards = new Map();
  let opening = null, index = null;

  /* ---- scripts ---- */

  class Stale extends Error {}

  here.shard = function (name, ofEdition, data) {
    if (name === "index") edition = ofEdition;
    const waiting = shards.get(name);
    if (waiting) waiting.receive(ofEdition, data);
  };

  function load(name) {
    const known = shards.get(name);
    if (known) return known.promise;
    const entry = {};
    entry.promise = new Promise((resolve, reject) => {
      const script = document.createElement("script");
      entry.receive = (ofEdition, data) => {
        if (ofEdition === edition) resolve(data);
        else reject(new Stale(ofEdition));
      };
      script.addEventListener("error", () => {
        shards.delete(name);
        reject(new Error(`search/${name}.js cannot be loaded`));
      });
      script.addEventListener("load", () => script.remove());
      script.src = `${root}search/${name}.js${fresh}`;
      document.head.append(script);
    });
    shards.set(name, entry);
    return entry.promise;
  }

  function open() {
    if (!opening) {
      opening = load("index").then((data) => {
        index = {
          ...data,
          stops: new Set(data.stops.split(" ")),
          starts: data.starts.split("\n"),
        };
        here.wordRules = index;
      });
      opening.catch(() => { opening = null; });
    }
    return opening;
  }

  // A browser may keep scripts of an older edition: all are asked for anew, once.
  async function current(work) {
    try {
      await open();
      return await work();
    } catch (fault) {
      if (!(fault instanceof Stale)) throw fault;
      shards = new Map();
      opening = null;
      fresh = `?${fault.message}`;
      await open();
      return work();
    }
  }

  /* ---- vocabulary ---- */

  function shardOf(word) {
    const { starts } = index;
    let low = 0, high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= word) low = middle; else high = middle - 1;
    }
    return low;
  }

  // The shards of all words that begin with `prefix`, those nearest to `word` first.
  function shardsNear(word, prefix, most) {
    const centre = shardOf(word);
    const first = shardOf(prefix);
    const last = shardOf(`${prefix}\uffff`);
    const found = [];
    for (let number = first; number <= last; number += 1) found.push(number);
    found.sort((a, b) => Math.abs(a - centre) - Math.abs(b - centre) || a - b);
    return found.slice(0, most);
  }

  async function vocabulary(numbers) {
    const texts = await Promise.all(numbers.map((number) => load(`words/${number}`)));
    const lines = new Map();
    for (const text of texts) {
      for (const line of text.split("\n")) {
        const [word, idf, postings] = line.split(" ");
        if (postings) lines.set(word, { word, idf: Number(idf), postings });
      }
    }
    return lines;
  }

  // What a word of the query may stand for in the index, each with its quality. One that is being
  // typed may go on.
  async function meanings(word, last, asked) {
    const stemmed = stem(word);
    const typing = last && word.length >= BEGINNING;
    // Beside other words, what it may become matters less.
    const most = typing && asked === 1 ? NEAR_SHARDS : 1;
    const beginning = typing && word.length < stemmed.length ? word : stemmed;
    const known = await vocabulary(shardsNear(stemmed, beginning, most));
    const found = match(stemmed, word, typing, known);
    if (found.length || stemmed.length < 4) return found;
    const all = index.starts.length > SMALL ? [] : [[0, SMALL]];
    for (const [letters, shardsAtMost] of [...WIDER, ...all]) {
      const wide = shardsNear(stemmed, stemmed.slice(0, letters), shardsAtMost);
      for (const line of (await vocabulary(wide)).values()) {
        if (sameButEnding(stemmed, line.word, ENDING)) found.push({ line, quality: ENDED });
        else if (oneApart(stemmed, line.word) || oneApart(word, line.word)) {
          found.push({ line, quality: MISTYPED });
        }
      }
      if (found.length) break;
    }
    return found;
  }

  function match(stemmed, word, typing, known) {
    const found = [];
    const exact = known.get(stemmed);
    if (exact) found.push({ line: exact, quality: 1 });
    const completions = [];
    for (const line of known.values()) {
      if (line === exact) continue;
      if (typing && (line.word.startsWith(word) || line.word.startsWith(stemmed))) {
        completions.push(line);
      } else if (sameButEnding(stemmed, line.word, typing ? LONG_ENDING : ENDING)) {
        found.push({ line, quality: ENDED });
      } else if (exact && line.postings.length > COMMONER * exact.postings.length
        && oneApart(stemmed, line.word)) {
        found.push({ line, quality: MISTYPED });
      }
    }
    completions.sort((a, b) => b.postings.length - a.postings.length);
    for (const line of completions.slice(0, COMPLETIONS)) found.push({ line, quality: COMPLETED });
    return found;
  }

  /* ---- ranking ---- */

  function unpacked(postings, levels, visit) {
    let entry = -1, value = 0, unit = 1;
    for (let at = 0; at < postings.length; at += 1) {
      const code = postings.charCodeAt(at);
      const sign = code - 35 - (code > BACKSLASH ? 1 : 0);
      if (sign >= LAST) {
        value += (sign - LAST) * unit;
        unit *= MORE;
      } else {
        value += sign * unit;
        entry += 1 + Math.floor(value / levels);
        visit(entry, value % levels + 1);
        value = 0;
        unit = 1;
      }
    }
  }

  function rank(asked) {
    const scores = new Float64Array(index.entries);
    const covered = new Float64Array(index.entries);
    const rarest = 10 * Math.log(1 + index.entries);
    let whole = 0;
    for (const alternatives of asked) {
      const best = new Map();
      const weight = alternatives.length
        ? Math.max(...alternatives.map(({ line, quality }) => quality * line.idf)) : rarest;
      whole += weight;
      for (const { line, quality } of alternatives) {
        unpacked(line.postings, index.levels, (entry, level) => {
          const score = quality * line.idf * level;
          if (score > (best.get(entry) || 0)) best.set(entry, score);
        });
      }
      for (const [entry, score] of best) {
        scores[entry] += score;
        covered[entry] += weight;
      }
    }
    const found = [];
    let top = 0;
    for (let entry = 0; entry < scores.length; entry += 1) {
      if (!scores[entry]) continue;
      scores[entry] *= covered[entry] / whole;
      top = Math.max(top, scores[entry]);
      found.push(entry);
    }
    return found.filter((entry) => scores[entry] >= CUT * top)
      .sort((a, b) => scores[b] - scores[a] || a - b);
  }

  /* ---- what search.js calls ---- */

  // Begins to load what every query needs; `base` is the address of the site's root.
  here.openSearch = function (base) {
    root = base;
    return open();
  };

  // The words of a query, and the last of them while it is being typed.
  function asked(query) {
    let found = [...new Set(words(query))];
    const tail = /[\p{L}\p{N}][\p{L}\p{N}.-]*$/u.exec(query);
    const typing = tail ? words(tail[0]).pop() : undefined;
    if (found.length > MAX_WORDS) {
      // A whole sentence: its longest words are its rarest, and numbers are rare at any length.
      const order = [...found].sort((a, b) => rareness(b) - rareness(a));
      const kept = new Set(order.slice(0, MAX_WORDS));
      found = found.filter((word) => kept.has(word));
    }
    return { found, typing };
  }

  function rareness(word) {
    return /[0-9]/.test(word) ? 6 : word.length;
  }

  // Resolves to {entries, matched, words}: the numbers of all entries found, the best first; the stems
  // of what was matched; of how many words the query is.
  here.search = function (query) {
    return current(async () => {
      const { found, typing } = asked(query);
      const alternatives = await Promise.all(
        found.map((word) => meanings(word, word === typing, found.length)));
      const matched = new Set(alternatives.flat().map(({ line }) => line.word));
      return { entries: found.length ? rank(alternatives) : [], matched, words: found.length };
    });
  };

  // Resolves to what results show of some entries, in their order.
  here.searchEntries = function (numbers) {
    return current(() => Promise.all(numbers.map(async (number) => {
      const block = await load(`entries/${Math.floor(number / index.block)}`);
      const [kind, path, title, note, verdict] = block[number % index.block];
      return {
        kind: index.kinds[kind],
        address: root + path,
        title,
        note,
        verdict: index.verdicts[verdict] || null,
      };
    })));
  };

  // A text in pieces, [text, whether its word was matched], for marking.
  here.searchMarks = function (text, matched) {
    const pieces = [];
    let done = 0;
    for (const found of text.matchAll(/[\p{L}\p{N}]+/gu)) {
      if (!words(found[0]).some((word) => matched.has(stem(word)))) continue;
      pieces.push([text.slice(done, found.index), false], [found[0], true]);
      done = found.index + found[0].length;
    }
    pieces.push([text.slice(done), false]);
    return pieces.filter(([piece]) => piece);
  };
})();
