  for (const root of document.querySelectorAll(".news-timeline:not([data-live])")) {
    root.setAttribute("data-live", "");
    rename(root);
    distinguish(root);
    filter(root);
    explain(root);
    follow(root);
  }

  // the same timeline shown again, as in a notebook: its ids get an ending of their own
  function rename(root) {
    if (document.getElementById(root.id) === root) return;
    const old = root.id, fresh = `${old}-${document.querySelectorAll("[data-live]").length}`;
    for (const one of [root, ...root.querySelectorAll("[id]")]) one.id = one.id.replace(old, fresh);
    for (const name of ["href", "xlink:href", "aria-labelledby", "aria-describedby", "data-for"]) {
      for (const one of [root, ...root.querySelectorAll("*")].filter((each) => each.hasAttribute(name))) {
        const value = one.getAttribute(name), link = name.endsWith("href");
        if (value.startsWith((link ? "#" : "") + old)) one.setAttribute(name, value.split(old).join(fresh));
      }
    }
  }

  // Landmarks are found by their names: where a timeline has the name of one before it, its own get a number.
  function distinguish(root) {
    const name = (one) => one.querySelector(".name").textContent, live = [...document.querySelectorAll(".news-timeline[data-live]")];
    const number = live.filter((one) => name(one) === name(root)).length, form = root.querySelector(".filters form");
    if (number < 2) return;
    for (const [one, what] of [[root, ""], [form, "Filter "]]) {
      if (!one) continue;
      one.removeAttribute("aria-labelledby");
      one.setAttribute("aria-label", `${what}${name(root)} (${number})`);
    }
  }

  // Return the words of a text, without case and accents.
  function folded(text) {
    return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().match(/[\p{L}\p{N}]+/gu) || [];
  }

  // Return what an element says; of a citation, not the day of publication, which is not that of the event.
  function said(one) {
    const copy = one.cloneNode(true);
    if (copy.matches("cite")) for (const day of copy.querySelectorAll("time")) day.remove();
    return copy.textContent;
  }

  function filter(root) {
    const form = root.querySelector(".filters form");
    if (!form) return;
    const events = [...root.querySelectorAll(".event")];
    const field = (name) => (form.elements[name] ? form.elements[name].value : "");
    const told = (event) => [...event.querySelectorAll(".date, .title, blockquote, cite")].map(said).join(" "); // not the page's own words
    const words = new Map(events.map((event) => [event, ` ${folded(told(event)).join(" ")}`]));
    const heading = root.querySelector(`#${CSS.escape(root.id)}-text`), whole = heading.textContent;
    const draw = drawer(root, new Map(events.map((event) => [event.id, event])));
    const apply = () => {
      const wanted = folded(field("words"));
      const theme = field("theme"), source = field("source"), from = field("from"), to = field("to");
      for (const event of events) {
        const { theme: own, sources, start, end } = event.dataset;
        const fits = wanted.every((word) => words.get(event).includes(` ${word}`)) && (!theme || own === theme) &&
          (!source || JSON.parse(sources).includes(source)) && (!from || end >= from) && (!to || start <= to);
        event.hidden = !fits;
      }
      const shown = events.filter((event) => !event.hidden).length;
      const some = shown < events.length ? `${figure(shown)} of ${figure(events.length)} events` : "", drawn = draw(shown, some);
      const asked = wanted.length || theme || source || from || to, all = asked ? `all ${figure(shown)} events` : "";
      form.querySelector("output").textContent = shown && !drawn ? `${some || all}, none of them in the picture` : some || all;
      heading.textContent = some ? `${some} as text` : whole;
      root.querySelector(".chart").hidden = !drawn;
    };
    form.parentElement.hidden = false;
    form.addEventListener("input", apply);
    form.addEventListener("reset", () => setTimeout(apply));
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  // Return what draws the pictures anew, on screen and on paper, with the rows of the events that are not hidden; it
  // takes how many these are and the words for that, none where they are all, and returns how many rows it draws.
  function drawer(root, events) {
    const whole = [...root.querySelectorAll(".picture:not(.paper) > svg")], shown = [...whole];
    const event = (row) => events.get(row.getAttribute("xlink:href").slice(1));
    const fits = (row) => !event(row).hidden, times = (row) => row.dataset.days ? row.dataset.days.split("/") : [event(row).dataset.start, event(row).dataset.end];
    const name = root.querySelector(".name").textContent, missing = root.querySelector(".paper .missing");
    const unsaid = missing && missing.innerHTML;
    const dates = [...root.querySelectorAll(".paper [data-for] text[text-anchor]")], dim = dates.filter((date) => date.matches(".again"));
    return (found, some) => {
      for (const [at, picture] of whole.entries()) {
        const fresh = some ? stacked(picture, fits, times, found) : picture;
        if (some) fresh.setAttribute("aria-label", `${name}. ${some}`);
        shown[at].replaceWith(fresh);
        shown[at] = fresh;
      }
      const drawn = shown[0].querySelectorAll("a.row").length;
      for (const row of root.querySelectorAll(".paper [data-for]")) row.toggleAttribute("hidden", events.get(row.dataset.for).hidden);
      for (const date of dates) date.classList.toggle("again", dim.includes(date));
      for (const sheet of root.querySelectorAll(".paper .sheet")) trim(sheet, !some);
      // an attribute, as what is drawn once and used on many lines knows no rule of its place
      for (const one of root.querySelectorAll(".paper .note, .paper .f-shade")) {
        if (some) one.setAttribute("display", "none"); else one.removeAttribute("display");
      }
      if (missing) missing.innerHTML = unsaid;
      if (missing && some) {
        const [first, ...more] = missing.querySelectorAll("text"); // a line of paper holds it
        for (const line of more) line.remove();
        first.textContent = counted(found - drawn, found);
      }
      return drawn;
    };
  }

  // Leave out of a sheet of paper the years of which no row is left, and all pauses unless all rows are there.
  function trim(sheet, all) {
    const rows = [...sheet.querySelectorAll("[data-for]")];
    sheet.hidden = rows.length ? rows.every((row) => row.hasAttribute("hidden")) : !all && !!sheet.querySelector(".overview");
    let seen = false;
    for (const band of [...sheet.querySelectorAll(":scope > :not(.head) > svg")].reverse()) {
      if (band.dataset.for) seen ||= !band.hasAttribute("hidden");
      else if (band.querySelector(".year, .pause")) {
        const year = band.querySelector(".year");
        band.toggleAttribute("hidden", !all && !(year && seen));
        if (year) seen = false;
      }
    }
    sheet.classList.toggle("some", !all);
    let said = "";
    for (const row of all ? [] : rows.filter((one) => !one.hasAttribute("hidden"))) {
      const date = dated(row);
      for (const line of dates(row)) line.classList.toggle("again", date === said);
      said = date;
    }
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
      const event = root.querySelector(`#${CSS.escape(row.getAttribute("xlink:href").slice(1))}`);
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

  // Links within the timeline are followed here where they would lead elsewhere: to the page that a host's <base> names,
  // or the one around a frame that has none of its own. Visual Studio Code follows no link of a drawing.
  function follow(root) {
    const [own, base] = [location.href, document.baseURI].map((url) => url.split("#")[0]);
    const code = document.body.matches(".vscode-light, .vscode-dark, .vscode-high-contrast");
    if (!code && own === base) return;
    root.addEventListener("click", (event) => {
      const link = event.target.closest(code ? "a.row" : "a"), name = link && (link.hasAttribute("href") ? "href" : "xlink:href");
      const id = link && link.getAttribute(name).startsWith("#") && link.getAttribute(name).slice(1);
      const entry = id && root.querySelector(`#${CSS.escape(id)}`);
      if (!entry || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      event.stopPropagation();
      const list = entry.closest("details:not([open])");
      if (list) list.open = true;
      if (code) setTimeout(() => reveal(root, entry), list ? 300 : 0); // it makes room for a list that opens first
      else if (location.hash === `#${id}`) entry.scrollIntoView();
      else location.hash = id;
    });
  }

  // Give Visual Studio Code a link of HTML, to which it scrolls; what a browser does with one would leave its frame.
  function reveal(root, entry) {
    const link = root.appendChild(document.createElement("a"));
    link.setAttribute("href", `#${entry.id}`);
    link.addEventListener("click", (click) => click.preventDefault());
    link.click();
    link.remove();
    entry.tabIndex = -1;
    entry.focus({ preventScroll: true });
  }
