/* What a page can do beyond links: cards behind figures, appearance, copying, the place in the
   contents, the day of printing. A classic script, so that it works from a file; without it everything is a plain link. */
(function () {
  "use strict";

  const root = document.documentElement;

  /* Cards: native popovers, so Escape and a click outside close them. */
  let opener = null;

  function narrow() { return window.matchMedia("(max-width: 39.99rem)").matches; }

  function place(card, link) {
    if (narrow()) {
      card.style.left = card.style.top = "";
      return;
    }
    // A figure may run over two lines: its first piece decides.
    const spot = link.getClientRects()[0] || link.getBoundingClientRect();
    const wide = root.clientWidth;
    const high = window.innerHeight;
    const box = card.getBoundingClientRect();
    const block = link.closest("p, li, td, h2, h3, figure");
    const beside = block ? block.getBoundingClientRect().right + 32 : wide;
    let left, top;
    if (beside + box.width + 12 <= wide) {
      // There is room in the margin: the text stays readable, as beside a note in a book.
      left = beside;
      top = Math.max(Math.min(spot.top - 16, high - box.height - 8), 8);
    } else {
      left = Math.max(Math.min(spot.left - 16, wide - box.width - 12), 12);
      top = spot.bottom + 8;
      if (top + box.height > high - 8) { top = Math.max(spot.top - box.height - 8, 8); }
    }
    card.style.left = left + "px";
    card.style.top = top + "px";
  }

  function show(card, link) {
    if (card.matches(":popover-open")) { card.hidePopover(); return; }
    opener = link;
    // Named as the source, the link keeps its place in the order of the Tab key.
    card.showPopover({ source: link });
    place(card, link);
    // On a narrow screen the card lies over its foot: the figure moves above it.
    const hidden = link.getBoundingClientRect().bottom + 16 - card.getBoundingClientRect().top;
    if (narrow() && hidden > 0) { window.scrollBy({ top: hidden, behavior: "instant" }); }
    card.scrollTop = 0;
    card.focus({ preventScroll: true });
    link.setAttribute("aria-expanded", "true");
  }

  // The page moved under an open card.
  function follow() {
    const card = document.querySelector(".card:popover-open");
    if (card && opener) { place(card, opener); }
  }

  function setUpCards() {
    if (!HTMLElement.prototype.showPopover) { return; }
    document.querySelectorAll("a[data-card]").forEach((link) => {
      if (document.getElementById(link.dataset.card)) { link.setAttribute("aria-haspopup", "dialog"); }
    });
    document.addEventListener("click", (event) => {
      if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) { return; }
      const link = event.target.closest("a[data-card]");
      const card = link && document.getElementById(link.dataset.card);
      if (card) { event.preventDefault(); show(card, link); }
    });
    document.querySelectorAll(".card[popover]").forEach((card) => {
      card.addEventListener("toggle", (event) => {
        if (event.newState === "open") { return; }
        const link = opener;
        document.querySelectorAll('a[aria-expanded="true"]').forEach((one) => {
          if (one.dataset.card === card.id) { one.removeAttribute("aria-expanded"); }
        });
        // Focus that went elsewhere by a click stays there.
        const lost = !document.activeElement || document.activeElement === document.body || card.contains(document.activeElement);
        if (link && link.dataset.card === card.id && lost) { link.focus({ preventScroll: true }); }
      });
    });
    window.addEventListener("resize", follow);
    window.addEventListener("scroll", follow, { passive: true });
  }

  /* Appearance: the system's, light or dark. */
  const KEY = "countercheck-scheme";
  const NEXT = { system: "light", light: "dark", dark: "system" };
  const NAMES = { system: "System", light: "Light", dark: "Dark" };

  function setUpScheme() {
    const button = document.querySelector("button[data-scheme]");
    if (!button) { return; }
    function tell(scheme) {
      button.querySelector(".scheme__name").textContent = NAMES[scheme];
      button.dataset.scheme = scheme;
      button.setAttribute("aria-label", NAMES[scheme] + " appearance; change to " + NAMES[NEXT[scheme]].toLowerCase());
    }
    tell(root.dataset.scheme || "system");
    button.hidden = false;
    button.addEventListener("click", () => {
      const scheme = NEXT[button.dataset.scheme];
      if (scheme === "system") { delete root.dataset.scheme; } else { root.dataset.scheme = scheme; }
      try {
        if (scheme === "system") { localStorage.removeItem(KEY); } else { localStorage.setItem(KEY, scheme); }
      } catch (error) { /* a reader may have forbidden storage: the choice then lasts for this page */ }
      tell(scheme);
    });
  }

  /* Copying: a button names the element whose text it copies. */
  function setUpCopying() {
    document.querySelectorAll("button[data-copy]").forEach((button) => {
      const from = document.getElementById(button.dataset.copy);
      if (!from || !navigator.clipboard) { return; }
      const words = button.textContent;
      button.hidden = false;
      button.addEventListener("click", () => {
        navigator.clipboard.writeText(from.textContent.trim()).then(() => {
          button.textContent = "Copied";
        }, () => {
          button.textContent = "Copying failed";
        }).then(() => {
          window.setTimeout(() => { button.textContent = words; }, 2000);
        });
      });
    });
  }

  /* Contents: the section that is being read. */
  function setUpContents() {
    const links = [...document.querySelectorAll(".contents--rail a")];
    const shown = window.matchMedia("(min-width: 68rem)");
    const heads = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
    function mark() {
      if (!shown.matches) { return; }
      let now = -1;
      heads.forEach((head, number) => {
        if (head && head.getBoundingClientRect().top < 120) { now = number; }
      });
      links.forEach((link, number) => {
        if (number === now) { link.setAttribute("aria-current", "true"); } else { link.removeAttribute("aria-current"); }
      });
    }
    if (!links.length) { return; }
    // Not by an observer of the headings: after a jump into a section none of them may be near.
    window.addEventListener("scroll", mark, { passive: true });
    window.addEventListener("resize", mark);
    mark();
  }

  /* On paper: the day it was printed, for a page may change after it. */
  function setUpPrinting() {
    const place = document.querySelector("[data-printed]");
    if (!place) { return; }
    window.addEventListener("beforeprint", () => {
      const day = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
      place.textContent = " Printed on " + day + ".";
    });
  }

  setUpCards();
  setUpScheme();
  setUpCopying();
  setUpContents();
  setUpPrinting();
})();
