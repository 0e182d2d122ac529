  // What timeline/chart/layout.py does for all rows, done again for some of them: the same steps, on the same axis.
  const HIGH = { lost: 32, year: 30, pause: 26 }, APART = 5, VIEW = 640, REST = 8, FOOT = 320, AXIS = 34;
  const PAUSES = [14, 31, 92, 366, 3653], DAY = 864e5;
  const figure = (count) => count.toLocaleString("en"); // as on the rest of the page, whatever the reader's own language
  const number = (one, name) => Number(one.getAttribute(name));

  // Return a copy of a picture with those of its rows that fit, close together. "times" knows the days of each row;
  // "found" is how many events there are that fit, in the picture or not.
  function stacked(picture, fits, times, found) {
    const copy = picture.cloneNode(true), [left, , wide, tall] = copy.getAttribute("viewBox").split(" ").map(Number);
    let shift = 0;
    for (const part of [...copy.children]) {
      if (part.classList.contains("stack")) shift = restack(part, fits, times, shift);
      else if (part.classList.contains("whole")) shift = dropped(part, shift);
      else move(part, shift);
    }
    for (const one of copy.querySelectorAll(".f-shade")) one.remove();
    shift += captioned(copy, counted(found - copy.querySelectorAll("a.row").length, found));
    copy.setAttribute("viewBox", `${left} 0 ${wide} ${tall + shift}`);
    copy.setAttribute("height", tall + shift);
    return copy;
  }

  // Take out what is true of all events only and return how far all below it moves.
  function dropped(part, shift) {
    part.remove();
    return shift + Number(part.dataset.begin) - Number(part.dataset.end);
  }

  // Say how many of the events found are not in a picture, in the place of what it says of all.
  function counted(missing, found) {
    return missing ? `Not shown: ${figure(missing)} of the ${figure(found)} events found.` : "";
  }

  // Stack a part's rows anew and return how far all below it moves.
  function restack(part, fits, times, shift) {
    const [begin, top, end] = ["begin", "top", "end"].map((name) => Number(part.dataset[name]));
    const all = [...part.querySelectorAll("a.row")], rows = all.filter((row) => fits(row) || row.remove());
    if (!rows.length) {
      part.remove();
      return shift + begin - end;
    }
    const short = shorter(part, rows), { head, axis, grid, spine, foot } = taken(part); // no note: what is shaded is of all
    if (short) for (const one of [axis, grid, foot]) if (one) short(one);
    const bottom = below(all[all.length - 1]), start = top + shift;
    const view = !spine ? Infinity : axis ? VIEW : 2 * VIEW; // the background is short, and its axis never cut
    const { y, rules, breaks } = lay(part, rows, times, { start, view, told: spine ? pauses(rows, times) : new Map() });
    const tops = [start, ...rules.map(([, below]) => below)], ends = [...rules.map(([above]) => above), y];
    const behind = axis ? tops.flatMap((from, at) => [stretched(grid, from, ends[at]), move(axis.cloneNode(true), from - top)]) : [];
    const last = foot && y - tops[tops.length - 1] > FOOT;
    if (head) behind.unshift(move(head, shift));
    if (spine) behind.push(led(spine, breaks, start, y));
    if (last) behind.push(move(foot, y - bottom));
    part.prepend(...behind);
    return y + (last ? AXIS : 0) - end;
  }

  // Return the pixel below a row of the whole picture.
  function below(row) {
    const hit = row.querySelector(".hit");
    return number(hit, "y") + number(hit, "height");
  }

  // Take from a part all but its rows, and return the first of each kind.
  function taken(part) {
    const found = {};
    for (const one of [...part.children].filter((child) => !child.matches("a.row"))) {
      found[one.getAttribute("class")] ??= one;
      one.remove();
    }
    return found;
  }

  // Place rows one below the other, with years and pauses between them.
  function lay(part, rows, times, { start, view, told }) {
    const rules = [], breaks = [];
    let y = start, ruled = start, said = "", year = "";
    for (const [at, row] of rows.entries()) {
      const date = dated(row), own = row.dataset.year || "", fresh = own !== year, pause = told.get(at);
      const lost = y - ruled > view && (date !== said || y - ruled > 2 * view) && rows.length - at > REST;
      const high = lost ? HIGH.lost : fresh ? HIGH.year : pause ? HIGH.pause : 0;
      if (high) {
        const line = y + high - (fresh || lost ? 10 : 9);
        if (fresh || lost) part.insertBefore(yearly(part, own, line, fresh), row);
        if (pause) part.insertBefore(passing(part, pause, line), row);
        if (pause) breaks.push([y, y + high]);
        if (lost) rules.push([y, ruled = y + high]);
        [y, said] = [y + high, ""];
      }
      if (date !== said && y !== start) y += APART;
      y += placed(row, y, date === said);
      [said, year] = [date, own];
    }
    return { y, rules, breaks };
  }

  // Return after how many days without an event each row follows, where few enough rows tell of it.
  function pauses(rows, times) {
    const days = [];
    let latest = -Infinity;
    for (const [at, row] of rows.entries()) {
      const [first, last] = times(row).map((day) => Date.parse(day) / DAY);
      if (at) days.push([at, first - latest]);
      latest = Math.max(latest, last + 1);
    }
    const fit = PAUSES.map((gap) => days.filter(([, count]) => count >= gap));
    return new Map(fit.find((found) => found.length <= Math.max(4, Math.floor(rows.length / 4))) || []);
  }

  function dates(row) {
    return [...row.querySelectorAll('text[text-anchor="end"]')];
  }

  function dated(row) {
    return dates(row).map((line) => line.textContent).join("\n");
  }

  // Move a row to a height, with its date or below one that says it, and return how high it is.
  function placed(row, y, again) {
    const hit = row.querySelector(".hit"), high = Number(again ? row.dataset.words : row.dataset.dated);
    for (const line of dates(row)) line.classList.toggle("again", again);
    move(row, y - number(hit, "y"));
    hit.setAttribute("height", high);
    return high;
  }

  function move(one, shift) {
    if (shift) one.setAttribute("transform", `translate(0,${Math.round(shift * 100) / 100})`);
    return one;
  }

  // Return a copy of what spans all rows, from one height to another.
  function stretched(group, from, to) {
    const copy = group.cloneNode(true);
    for (const one of copy.children) reach(one, from, to);
    return copy;
  }

  function reach(one, from, to) {
    const ends = one.tagName === "rect" ? { y: from, height: to - from } : { y1: from, y2: to };
    for (const [name, value] of Object.entries(ends)) one.setAttribute(name, value);
  }

  // Return the line that carries the markers, dotted where time is left out.
  function led(spine, breaks, start, end) {
    const copy = spine.cloneNode(false), line = spine.firstElementChild.cloneNode(true);
    const add = (from, to, dotted) => {
      if (from >= to) return;
      const piece = copy.appendChild(line.cloneNode(true));
      reach(piece, from, to);
      if (dotted) piece.setAttribute("stroke-dasharray", "1.5 4"); else piece.removeAttribute("stroke-dasharray");
    };
    let y = start;
    for (const [from, to] of breaks) {
      add(y, from);
      add(from, to, true);
      y = to;
    }
    add(y, end);
    return copy;
  }

  function words(part, x, y, text, looks) {
    const group = document.createElementNS(part.namespaceURI, "g"), line = document.createElementNS(part.namespaceURI, "text");
    group.setAttribute("aria-hidden", "true");
    for (const [name, value] of Object.entries({ x, y, ...looks })) line.setAttribute(name, value);
    line.textContent = text;
    group.append(line);
    return group;
  }

  // Return a year's heading; in grey where it goes on.
  function yearly(part, year, y, fresh) {
    const looks = fresh ? { "font-size": 15, "font-weight": "bold", class: "f-ink" } : { "font-size": 12, class: "f-muted" };
    return words(part, part.ownerSVGElement.dataset.dates, y, year, { "text-anchor": "end", ...looks });
  }

  // Return the words for a pause, those of timeline/words.py.
  function passing(part, days, y) {
    const months = Math.round(days / 30.44);
    const long = days < 60 ? `${days} days` : months < 24 ? `${months} months` : `${Math.round(days / 365.25)} years`;
    return words(part, part.ownerSVGElement.dataset.text, y, `${long} pass`, { "font-size": 12, class: "f-muted" });
  }
