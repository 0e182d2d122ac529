  // The axis of some of a picture's rows: pieces on which none of them has a mark are left out, and the others widened.
  const CUT = 14, SEAM = 3, WIDEST = 40, DOT = 8; // pixels; as in timeline/chart/strip.py and look.py
  const LEADING = 16; // pixels from one note below the picture to the next; the longest fits on a line of any layout
  const at = (one, name) => Number(one.getAttribute(name));
  const put = (one, values) => { for (const [name, value] of Object.entries(values)) one.setAttribute(name, Math.round(value * 100) / 100); };

  // Place the bars of some rows on a shorter axis, and return what makes an axis or its grid as short; nothing where the
  // rows need all of it. Pieces that stand in "part" are [first day, left, right, pixels a day, whether cut before].
  function shorter(part, rows) {
    const pieces = JSON.parse(part.dataset.axis || "[]").map(([start, left, right, scale, cut]) => ({ start, left, right, scale, cut: !!cut }));
    const boxes = rows.flatMap(barred).map((box) => [at(box, "x"), at(box, "x") + at(box, "width")]);
    const own = (piece) => boxes.some(([left, right]) => right - left < DOT ? within(piece, (left + right) / 2) : left < piece.right - 1 && right > piece.left + 1);
    const kept = pieces.filter(own);
    if (!kept.length || kept.length === pieces.length) return null;
    spread(pieces, kept);
    for (const row of rows) rebar(row, kept);
    part.dataset.cuts = kept.some((piece) => piece.parted) ? "some" : "";
    part.dataset.uneven = kept.some((piece) => piece.scale !== kept[0].scale) ? "some" : "";
    return (group) => shorten(group, kept);
  }

  // Give the pieces that are kept their new ends, and say which are cut off from the one before.
  function spread(pieces, kept) {
    for (const [index, piece] of kept.entries()) {
      const before = pieces[pieces.indexOf(piece) - 1];
      piece.parted = index > 0 && (piece.cut || before !== kept[index - 1]);
      piece.gutter = !index ? 0 : piece.parted ? CUT : SEAM;
    }
    const sum = (values) => values.reduce((total, value) => total + value, 0), first = pieces[0].left;
    const room = pieces[pieces.length - 1].right - first - sum(kept.map((piece) => piece.gutter));
    const most = WIDEST / Math.max(...kept.map((piece) => piece.scale));
    const factor = Math.max(1, Math.min(most, room / sum(kept.map((piece) => piece.right - piece.left))));
    let left = first;
    for (const piece of kept) {
      piece.from = left + piece.gutter;
      piece.to = left = piece.from + (piece.right - piece.left) * factor;
    }
  }

  function within(piece, x) {
    return piece.left - SEAM / 2 <= x && x <= piece.right + SEAM / 2;
  }

  // Return where a pixel of the whole axis stands on the shorter one.
  function moved(kept, x) {
    const piece = kept.find((one) => within(one, x)) || kept[x < kept[0].left ? 0 : kept.length - 1];
    return piece.from + (x - piece.left) * (piece.to - piece.from) / (piece.right - piece.left);
  }

  // Return the boxes of a row on the axis: its bar last, and the squares of other dates.
  function barred(row) {
    return [...row.querySelectorAll("rect:not(.hit)")];
  }

  // Place a row's bar, the squares of other dates, and the lines that lead to them.
  function rebar(row, kept) {
    const boxes = barred(row), bar = boxes[boxes.length - 1];
    if (!bar) return;
    const left = at(bar, "x"), right = left + at(bar, "width"), dot = right - left < DOT, middle = (left + right) / 2;
    const shift = moved(kept, middle) - middle, place = (x) => dot ? x + shift : moved(kept, x); // a dot stays one
    for (const line of row.querySelectorAll("line")) {
      const [x1, x2] = [at(line, "x1"), at(line, "x2")];
      if (line.classList.contains("s-grid")) put(line, { x2: Math.max(x1, place(left) - 6) });
      else if (line.classList.contains("s-muted")) put(line, { x1: place(x1), x2: moved(kept, x2) });
      else if (at(line, "y1") === at(line, "y2")) put(line, { x1: place(left) - 2, x2: place(right) + 2 });
    }
    put(bar, { x: place(left), width: place(right) - place(left) });
    for (const box of boxes.slice(0, -1)) {
      const half = at(box, "width") / 2;
      put(box, { x: moved(kept, at(box, "x") + half) - half });
    }
  }

  // Leave out of an axis or its grid what stands on pieces that are gone, and place the rest.
  function shorten(group, kept) {
    const labels = [];
    for (const one of [...group.children]) {
      const name = one.tagName === "line" ? "x1" : "x", x = at(one, name);
      const piece = kept.find((each) => each.left - 1 <= x && x <= each.right);
      if (!piece || one.classList.contains("s-muted")) { one.remove(); continue; }
      if (one.tagName === "rect") put(one, { x: piece.from, width: piece.to - piece.from });
      else if (one.tagName === "text") { put(one, { x: moved([piece], x) }); labels.push([piece, one]); }
      else put(one, { x1: moved([piece], x), x2: moved([piece], at(one, "x2")) });
    }
    const lines = [...group.querySelectorAll("line.s-line")], line = lines[lines.length - 1];
    for (const piece of line ? kept : []) {
      if (piece.parted) slashed(group, line, piece.from - CUT / 2);
      named(group, piece, labels.filter(([each]) => each === piece).map(([, label]) => label));
    }
  }

  // Draw the two strokes that cut an axis.
  function slashed(group, line, middle) {
    for (const x of [middle - 2, middle + 2]) {
      const slash = group.appendChild(line.cloneNode(false)), y = at(line, "y1");
      put(slash, { x1: x - 2, y1: y + 5, x2: x + 2, y2: y - 5, "stroke-width": 1.5 });
      slash.setAttribute("class", "s-muted");
    }
  }

  // Say the year of a piece whose neighbour that said it may be gone: behind its first month that has room for it, else
  // above its first label.
  function named(group, piece, labels) {
    const year = piece.start.slice(0, 4), upper = labels.filter((label) => label.classList.contains("f-ink"));
    if (!labels.length || labels.some((label) => label.textContent.includes(year))) return;
    const fits = (from, index, text) => (index < upper.length ? at(upper[index], "x") : piece.to) - from > 7.5 * text.length;
    for (const [index, label] of upper.entries()) {
      const text = `${label.textContent} ${year}`;
      if (/\d{4}/.test(label.textContent)) return;
      if (fits(at(label, "x"), index + 1, text)) { label.textContent = text; return; }
    }
    if (upper.length || !fits(piece.from, 0, year)) return;
    const label = group.appendChild(labels[0].cloneNode(false)), below = group.classList.contains("foot");
    put(label, { y: at(labels[0], "y") + (below ? 14 : -14) });
    label.setAttribute("class", "f-ink");
    label.textContent = year;
  }

  // Write below a picture what is true of some of its rows, each note on a line, and return how far its end moves.
  function captioned(picture, missing) {
    const part = picture.querySelector("[data-cuts]"), spine = picture.querySelector(".spine");
    const untrue = (sentence) => !spine || (part && ((sentence.includes("//") && !part.dataset.cuts) || (/ (narrower|wider)\b/.test(sentence) && !part.dataset.uneven)));
    const lines = (group) => [...group.querySelectorAll("text")];
    const notes = [...picture.querySelectorAll(".caption, .far, .unmarked, .missing")], heights = notes.flatMap(lines).map((line) => at(line, "y"));
    if (!notes.length) return 0;
    let y = Math.min(...heights) - LEADING;
    for (const group of notes) {
      const [first] = lines(group), said = lines(group).map((line) => line.textContent).join(" ");
      const kept = group.matches(".missing") ? missing : group.matches(".caption") ? said.split(/(?<=\.) /).filter((sentence) => !untrue(sentence)).join(" ") : "";
      for (const line of lines(group)) if (line !== first || !kept) line.remove();
      if (!kept) continue;
      put(first, { y: y += LEADING });
      first.textContent = kept;
    }
    return y - Math.max(...heights);
  }
