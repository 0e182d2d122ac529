(() => {
  "use strict";
  for (const root of document.querySelectorAll(".news-timeline:not([data-live])")) {
    root.setAttribute("data-live", "");
    rename(root);
    const events = [...root.querySelectorAll(".event")];
    const rows = new Map(events.map((event) => [event.id, []]));
    for (const row of root.querySelectorAll("a.row")) {
      const links = rows.get(row.getAttribute("href").slice(1));
      if (links) links.push(row);
    }
    filter(root, events, rows);
    explain(root);
  }

  // the same timeline shown again, as in a notebook: its ids get an ending of their own
  function rename(root) {
    if (document.getElementById(root.id) === root) return;
    const old = root.id, fresh = `${old}-${document.querySelectorAll("[data-live]").length}`;
    for (const one of [root, ...root.querySelectorAll("[id]")]) one.id = one.id.replace(old, fresh);
    for (const name of ["href", "aria-labelledby", "aria-describedby"]) {
      for (const one of [root, ...root.querySelectorAll(`[${name}]`)]) {
        const value = one.getAttribute(name) || "";
        const mine = value.startsWith("#") ? value.slice(1) : name === "href" ? "" : value;
        if (mine.startsWith(old)) one.setAttribute(name, value.replace(old, fresh));
      }
    }
  }

  function filter(root, events, rows) {
    const form = root.querySelector(".filters form");
    if (!form) return;
    const field = (name) => (form.elements[name] ? form.elements[name].value : "");
    const told = (event) => [...event.querySelectorAll(".date, .title, blockquote, cite")]; // not the page's own words
    const words = new Map(events.map((event) => [event, told(event).map((one) => one.textContent).join("\n").toLowerCase()]));
    const apply = () => {
      const wanted = field("words").toLowerCase().split(/\s+/).filter(Boolean);
      const theme = field("theme"), source = field("source"), from = field("from"), to = field("to");
      let shown = 0;
      for (const event of events) {
        const { theme: own, sources, start, end } = event.dataset;
        const fits = wanted.every((word) => words.get(event).includes(word)) && (!theme || own === theme) &&
          (!source || JSON.parse(sources).includes(source)) && (!from || end >= from) && (!to || start <= to);
        event.hidden = !fits;
        shown += fits;
        for (const row of rows.get(event.id)) {
          row.classList.toggle("dim", !fits);
          // what is left out leads nowhere, by hand, by key or by ear
          for (const [name, value] of [["tabindex", "-1"], ["aria-hidden", "true"]]) {
            if (fits) row.removeAttribute(name); else row.setAttribute(name, value);
          }
        }
      }
      form.querySelector("output").textContent = shown === events.length ? "" : `${shown} of ${events.length} events`;
    };
    form.parentElement.hidden = false;
    form.addEventListener("input", apply);
    form.addEventListener("reset", () => setTimeout(apply));
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  function explain(root) {
    const chart = root.querySelector(".chart");
    const tip = chart.appendChild(document.createElement("div"));
    tip.className = "tip";
    tip.hidden = true;
    tip.setAttribute("aria-hidden", "true"); // the same words stand in the list
    const say = (text, bold) => {
      if (!text) return;
      const line = tip.appendChild(document.createElement("p"));
      line.textContent = text;
      if (bold) line.style.fontWeight = "bold";
    };
    const show = (row) => {
      const event = root.querySelector(`#${CSS.escape(row.getAttribute("href").slice(1))}`);
      if (!event) return;
      const text = (selector) => (event.querySelector(selector) || {}).textContent || "";
      tip.replaceChildren();
      say(text(".date"));
      say(text(".title"), true);
      say(text("blockquote").slice(0, 300));
      say(text(".why"));
      say(JSON.parse(event.dataset.sources).join("; ").slice(0, 200));
      tip.hidden = false;
      const box = row.getBoundingClientRect(), frame = chart.getBoundingClientRect();
      const below = box.bottom + tip.offsetHeight + 8 < innerHeight || box.top < tip.offsetHeight + 8;
      tip.style.top = `${(below ? box.bottom + 4 : box.top - tip.offsetHeight - 4) - frame.top}px`;
      tip.style.left = `${Math.min(Math.max(0, box.left - frame.left + 120), Math.max(0, frame.width - tip.offsetWidth))}px`;
    };
    const hide = () => { tip.hidden = true; };
    chart.addEventListener("mouseover", (event) => { const row = event.target.closest("a.row"); if (row) show(row); else hide(); });
    chart.addEventListener("mouseleave", hide);
    chart.addEventListener("focusin", (event) => { if (event.target.matches("a.row:focus-visible")) show(event.target); });
    chart.addEventListener("focusout", hide);
    root.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  }
})();
