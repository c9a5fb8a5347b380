/*
 * The field for searching, in place of each link `[data-search] a`: an editable combobox with a list,
 * https://www.w3.org/WAI/ARIA/apg/patterns/combobox/. What answers it is loaded on first focus.
 * Every text reaches the page as a text node.
 */
(function () {
  "use strict";

  const here = window.countercheck = window.countercheck || {};
  if (here.searchReady) return;
  here.searchReady = true;

  const OWN = document.currentScript.src;
  const ENGINE = ["search-stemmer.js", "search-words.js", "search-engine.js"];
  const PAGE = 8;
  const PAUSE = 100;
  // A further word says little before so many letters: who goes on typing is not asked what it
  // begins, which would load much that nobody reads.
  const BEGINNING = 4;
  const LONG_PAUSE = 240;
  const PATIENCE = 400;
  let loading = null;

  function load(name) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.addEventListener("load", resolve);
      script.addEventListener("error", () => reject(new Error(`${name} cannot be loaded`)));
      script.async = false;   // in the order in which they are asked for
      script.src = new URL(name, OWN).href;
      document.head.append(script);
    });
  }

  function engine(root) {
    if (!loading) {
      loading = Promise.all(ENGINE.map(load)).then(() => here.openSearch(root));
      loading.catch(() => { loading = null; });
    }
    return loading;
  }

  function make(tag, classes, attributes = {}, ...children) {
    const element = document.createElement(tag);
    element.className = classes;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  }

  class Field {
    constructor(box, number) {
      const link = box.querySelector("a");
      this.box = box;
      this.root = new URL(".", link.href).href;
      this.asked = 0;
      this.active = -1;
      this.options = [];
      this.leap = false;
      this.build(link, `search-${number}`);
    }

    build(link, id) {
      const label = link.textContent.trim();
      this.input = make("input", "search__input", {
        type: "text", role: "combobox", "aria-label": link.title || label, placeholder: label,
        "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": `${id}-list`,
        autocomplete: "off", autocapitalize: "off", spellcheck: "false",
        inputmode: "search", enterkeyhint: "search",
      });
      this.list = make("div", "search__list", {
        role: "listbox", id: `${id}-list`, "aria-label": "Results", tabindex: "-1",
      });
      this.nothing = this.box.querySelector(".search__nothing");
      this.said = make("p", "search__said");
      this.panel = make("div", "search__panel", {}, this.list, this.said, this.nothing);
      this.panel.hidden = true;
      this.status = make("p", "search__status", { role: "status" });
      this.form = make("form", "search__form", { role: "search" }, this.input,
        make("kbd", "search__key", { "aria-hidden": "true" }, "/"));
      link.replaceWith(this.form);
      this.box.append(this.panel, this.status);
      this.listen();
    }

    listen() {
      this.input.addEventListener("focus", () => engine(this.root).catch(() => {}));
      this.input.addEventListener("input", () => this.later());
      this.input.addEventListener("click", () => this.reopen());
      this.input.addEventListener("keydown", (event) => this.key(event));
      this.form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.go();
      });
      this.box.addEventListener("keydown", (event) => {
        if (event.key === "Escape") this.escape(event);
      });
      this.box.addEventListener("focusout", (event) => {
        if (event.relatedTarget && !this.box.contains(event.relatedTarget)) this.close();
      });
      document.addEventListener("pointerdown", (event) => {
        if (!this.box.contains(event.target)) this.close();
      });
    }

    later() {
      this.asked += 1;
      this.leap = false;
      clearTimeout(this.pause);
      if (!this.input.value.trim()) return this.close();
      const [last, ...before] = this.input.value.trimStart().split(/\s+/).reverse();
      const begun = before.length && last && last.length < BEGINNING;
      this.pause = setTimeout(() => this.ask(), begun ? LONG_PAUSE : PAUSE);
      return undefined;
    }

    async ask() {
      const asked = this.asked += 1;
      const query = this.input.value;
      const slow = setTimeout(() => this.tell("Searching…"), PATIENCE);
      this.answered = "";
      try {
        await engine(this.root);
        const found = await here.search(query);
        const entries = await here.searchEntries(found.entries.slice(0, PAGE));
        if (asked !== this.asked) return;
        this.answered = query;
        this.found = found;
        // A letter or a word such as "the" is a beginning, not yet a question.
        if (found.words || this.leap) this.show(entries);
        else this.close();
      } catch {
        if (asked === this.asked) this.fail();
      } finally {
        clearTimeout(slow);
      }
    }

    show(entries) {
      const total = this.found.entries.length;
      this.list.replaceChildren();
      this.options = [];
      this.add(entries);
      this.nothing.hidden = total > 0;
      this.said.textContent = total ? "" : `Nothing was found for “${this.input.value.trim()}”.`;
      this.tell(total ? `${total} ${total === 1 ? "result" : "results"}` : this.said.textContent);
      this.open();
      this.activate(total ? 0 : -1);
      if (this.leap && total) this.go();
      this.leap = false;
    }

    add(entries) {
      const left = this.found.entries.length - this.options.length - entries.length;
      for (const entry of entries) this.append(this.result(entry));
      if (left > 0) {
        const more = make("button", "search__more", { type: "button" },
          `Show ${Math.min(PAGE, left)} more of ${this.found.entries.length}`);
        more.addEventListener("click", () => this.more(more));
        this.append(more);
      }
    }

    append(option) {
      option.id = `${this.list.id}-${this.options.length}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.tabIndex = -1;
      this.options.push(option);
      this.list.append(option);
    }

    result(entry) {
      const [label, look] = entry.verdict || [entry.kind, ""];
      const sort = make("span", look ? `search__verdict ${look}` : "search__kind", {}, label);
      const about = make("span", "search__about", {}, sort);
      if (entry.note) about.append(" · ", ...this.marked(entry.note));
      const title = make("span", "search__title", {}, ...this.marked(entry.title));
      return make("a", "search__result", { href: entry.address }, title, " ", about);
    }

    marked(text) {
      return here.searchMarks(text, this.found.matched)
        .map(([piece, found]) => (found ? make("mark", "", {}, piece) : piece));
    }

    async more(button) {
      const shown = this.options.length - 1;
      const { found } = this;
      const entries = await here.searchEntries(found.entries.slice(shown, shown + PAGE))
        .catch(() => null);
      if (found !== this.found) return;
      if (!entries) {
        this.fail();
        return;
      }
      this.options.pop();
      button.remove();
      this.add(entries);
      this.activate(shown);
      this.input.focus();
      this.tell(`${entries.length} more`);
    }

    fail() {
      this.list.replaceChildren();
      this.options = [];
      this.activate(-1);
      this.said.textContent = "The search could not be loaded.";
      this.nothing.hidden = false;
      this.tell(this.said.textContent);
      this.open();
    }

    tell(words) {
      this.status.textContent = words;
    }

    open() {
      this.panel.hidden = false;
      this.input.setAttribute("aria-expanded", String(this.options.length > 0));
    }

    close() {
      clearTimeout(this.pause);
      this.asked += 1;
      this.panel.hidden = true;
      this.input.setAttribute("aria-expanded", "false");
      this.activate(-1);
      this.tell("");
    }

    reopen() {
      if (!this.panel.hidden || !this.input.value.trim()) return;
      this.ask();
    }

    activate(number) {
      this.options[this.active]?.setAttribute("aria-selected", "false");
      this.active = number;
      const option = this.options[number];
      if (!option) {
        this.input.removeAttribute("aria-activedescendant");
        return;
      }
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      this.input.setAttribute("aria-activedescendant", option.id);
    }

    key(event) {
      if (event.isComposing) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      if (event.altKey && step < 0) this.close();
      else if (this.panel.hidden) this.reopen();
      else if (this.options.length) {
        this.activate((this.active + step + this.options.length) % this.options.length);
      }
    }

    escape(event) {
      event.preventDefault();
      if (this.panel.hidden) this.input.value = "";
      else this.close();
      this.input.focus();
    }

    // Enter: opens what is chosen; where the answer is still on its way, the first of it.
    go() {
      const option = this.options[this.active];
      if (option && !this.panel.hidden && this.answered === this.input.value) option.click();
      else if (this.input.value.trim()) {
        clearTimeout(this.pause);
        this.leap = true;
        this.ask();
      }
    }
  }

  function slash(event) {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = event.target;
    if (at.isContentEditable || /^(input|textarea|select)$/i.test(at.tagName)) return;
    const input = [...document.querySelectorAll(".search__input")].find((one) => one.offsetParent);
    if (!input) return;
    event.preventDefault();
    input.focus();
    input.select();
  }

  document.querySelectorAll("[data-search]").forEach((box, number) => new Field(box, number));
  document.addEventListener("keydown", slash);
})();
