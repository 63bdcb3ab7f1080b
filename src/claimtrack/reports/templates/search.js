"use strict";
// Finds records by all words of a query. Query and index are folded by one table, so that letters,
// digits and marks that differ only in spelling meet.
(() => {
  const data = JSON.parse(document.getElementById("index").textContent);
  const box = document.getElementById("search");
  const query = document.getElementById("query");
  const told = document.getElementById("told");
  const results = document.getElementById("results");
  const MOST = 50;
  const sign = (char) => (char in data.signs ? data.signs[char] : char);
  const fold = (text) =>
    Array.from(text.normalize("NFC"), sign).join("").normalize("NFC").toLowerCase()
      .split(/\s+/u).filter(Boolean);

  const bdi = (words, lang, dir) => {
    const element = document.createElement("bdi");
    element.lang = lang;
    element.dir = dir;
    element.textContent = words;
    return element;
  };

  const line = ([place, kind, label, lang, dir, detail, detailLang, detailDir]) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = place;
    link.append(bdi(label, lang, dir));
    const sort = document.createElement("span");
    sort.className = "dim";
    sort.textContent = data.kinds[kind] + " ";
    item.append(sort, link);
    if (detail) {
      const more = document.createElement("span");
      more.className = "dim";
      more.append(" ", bdi(detail, detailLang, detailDir));
      item.append(more);
    }
    return item;
  };

  const show = () => {
    const asked = fold(query.value);
    results.replaceChildren();
    told.textContent = "";
    if (!asked.length) return;
    const found = data.entries.filter((entry) => asked.every((word) => entry[8].includes(word)));
    told.textContent = found.length
      ? told.dataset.some.replace("{n}", found.length.toLocaleString("en"))
      : told.dataset.none;
    results.append(...found.slice(0, MOST).map(line));
  };

  box.hidden = false;
  query.addEventListener("input", show);
  const given = new URLSearchParams(location.search).get("q");
  if (given) {
    query.value = given;
    show();
  }
})();
