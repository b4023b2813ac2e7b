"use strict";
// What a person picks filters the tickets, and every figure is counted again from those that stay. Texts of tickets are only ever set as text.
(function () {
  const data = JSON.parse(document.getElementById("data").textContent);
  const { words, tickets, months, minimum } = data;
  const page = 200;
  const picked = { month: "", priority: "", category: "", outcome: "", text: "", only: "" };
  let shown = page;

  const $ = id => document.getElementById(id);
  const say = (key, values = {}) => words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const fold = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase(document.documentElement.lang);

  function percent(part, whole) {
    const exact = 100 * part / whole;
    const rounded = Math.round(exact);
    const text = (rounded === 100 && part < whole) || (rounded === 0 && part > 0) ? Math.min(99.9, Math.max(0.1, exact)).toFixed(1) : String(rounded);
    return text.replace(".", data.decimal) + "%";
  }

  const is = {
    reminded: t => t.chasers > 0,
    repeat: t => t.repeat,
    late: t => t.outcome === "breached",
  };

  function stays(t, but) {
    return (but === "month" || !picked.month || t.month === picked.month)
      && (!picked.priority || t.priority === picked.priority)
      && (!picked.category || t.category === picked.category)
      && (!picked.outcome || t.outcome === picked.outcome)
      && (!picked.only || is[picked.only](t))
      && (!picked.text || t.words.includes(picked.text));
  }

  // Unanswered tickets wait longer than any answered one: they stay in, and the half may not be reached.
  function half(list) {
    const measurable = list.filter(t => t.wait !== null || t.waiting);
    if (measurable.length === 0) return words.notMeasurable;
    const sorted = [...measurable].sort((a, b) => (a.wait ?? Infinity) - (b.wait ?? Infinity));
    const middle = sorted[Math.ceil(sorted.length / 2) - 1];
    return middle.wait === null ? words.notReached : middle.waitText;
  }

  function kept(list) {
    const met = list.filter(t => t.outcome === "met").length;
    const decided = met + list.filter(is.late).length;
    if (decided === 0) return { figure: words.notMeasurable, n: 0 };
    return { figure: decided < minimum ? `${met} / ${decided}` : percent(met, decided), n: decided };
  }

  function element(name, text, className) {
    const e = document.createElement(name);
    if (text !== undefined) e.textContent = text;
    if (className) e.className = className;
    return e;
  }

  function tile(figure, label, only) {
    const e = element("button", undefined, "tile");
    e.type = "button";
    e.append(element("strong", figure), element("span", label));
    e.setAttribute("aria-pressed", String(Boolean(only) && picked.only === only));
    e.disabled = !only;
    if (only) e.addEventListener("click", () => pick("only", picked.only === only ? "" : only));
    return e;
  }

  function drawTiles(list) {
    const promise = kept(list);
    $("tiles").replaceChildren(
      tile(String(list.length), words.tickets),
      tile(promise.figure, say("inTime", { n: promise.n }), "late"),
      tile(half(list), words.half),
      tile(String(list.filter(is.reminded).length), words.reminded, "reminded"),
      tile(String(list.filter(is.repeat).length), words.repeats, "repeat"));
  }

  function drawMonths() {
    const list = tickets.filter(t => stays(t, "month"));
    const counts = months.map(m => list.filter(t => t.month === m.key));
    const most = Math.max(1, ...counts.map(c => c.length));
    $("months").replaceChildren(...months.map((m, i) => {
      const e = element("button");
      const late = counts[i].filter(is.late).length;
      e.type = "button";
      e.setAttribute("aria-pressed", String(picked.month === m.key));
      e.setAttribute("aria-label", say("monthBar", { month: m.label, n: counts[i].length, late }));
      const bar = element("span", "", "bar"), part = element("span", "", "late");
      part.style.height = (5.5 * late / most) + "rem";
      bar.style.height = (5.5 * (counts[i].length - late) / most) + "rem";
      e.append(element("span", String(counts[i].length)), bar, part, element("span", m.label));
      e.addEventListener("click", () => pick("month", picked.month === m.key ? "" : m.key));
      return e;
    }));
  }

  function drawTable(list) {
    $("rows").replaceChildren(...list.slice(0, shown).map(t => {
      const row = element("tr");
      row.append(element("td", t.number), element("td", t.subject), element("td", t.priorityText), element("td", t.created),
        element("td", t.wait === null ? (t.waiting ? words.unanswered : words.notMeasurable) : t.waitText), element("td", t.outcomeText, t.outcome === "breached" ? "late" : ""),
        element("td", t.chasers === null ? "–" : String(t.chasers), "number"), element("td", t.repeat ? words.yes : ""));
      return row;
    }));
    $("more").hidden = list.length <= shown;
    $("count").textContent = say("showing", { n: Math.min(shown, list.length), all: list.length });
  }

  function draw() {
    const list = tickets.filter(t => stays(t));
    drawTiles(list);
    drawMonths();
    drawTable(list);
  }

  function pick(what, value) {
    picked[what] = value;
    shown = page;
    if ($(what)) $(what).value = what === "text" ? $(what).value : value;
    draw();
  }

  function options(id, entries) {
    for (const [value, text] of entries) {
      const option = element("option", text);
      option.value = value;
      $(id).append(option);
    }
    $(id).addEventListener("change", e => pick(id, e.target.value));
  }

  const distinct = (key, text) => [...new Map(tickets.filter(t => t[key]).map(t => [t[key], t[text]])).entries()].sort((a, b) => a[0] < b[0] ? -1 : 1);
  for (const t of tickets) t.words = fold(t.number + " " + t.subject);
  options("month", months.map(m => [m.key, m.label]));
  options("priority", distinct("priority", "priorityText"));
  options("category", distinct("category", "category"));
  options("outcome", distinct("outcome", "outcomeText"));
  $("text").addEventListener("input", e => pick("text", fold(e.target.value.trim())));
  $("more").addEventListener("click", () => { shown += page; draw(); });
  $("clear").addEventListener("click", () => { for (const key of Object.keys(picked)) picked[key] = ""; for (const id of ["month", "priority", "category", "outcome", "text"]) $(id).value = ""; draw(); });
  draw();
})();
