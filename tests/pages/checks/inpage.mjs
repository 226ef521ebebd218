// Functions that run inside the page. Each is sent as text: it may use nothing from outside itself.

/** Opens or closes every <details>, and waits until the page is laid out again. */
export async function setDetails(open) {
  for (const details of document.querySelectorAll("details")) {
    if (details.dataset.firstOpen === undefined) details.dataset.firstOpen = details.open ? "yes" : "";
    details.open = open || details.dataset.firstOpen === "yes";
  }
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
}

/** Way from the root to an element: tag, place among the siblings of that tag, id. */
export function defineSteps() {
  globalThis.sextantSteps = (element) => {
    const steps = [];
    for (let at = element; at; at = at.parentElement) {
      let nth = 0;
      for (let other = at.previousElementSibling; other; other = other.previousElementSibling) nth += other.tagName === at.tagName;
      steps.unshift({ tag: at.tagName.toLowerCase(), nth, id: at.id });
    }
    return steps;
  };
}

/** Empties pictures of what no reader is told of: with role="img" only the name and the description count. */
export function emptyPictures() {
  for (const part of document.querySelectorAll('svg[role="img"] > *')) if (!["title", "desc"].includes(part.tagName)) part.remove();
}

/**
 * Runs axe-core. Most of its time would go into the contrast of every cell of every table: elements with the same
 * chain of tags, classes and own styles look the same, so only the first ones of each kind are judged.
 * Text inside pictures axe cannot judge.
 */
export async function runAxe(withContrast) {
  const PER_KIND = 3;
  if (withContrast) markTexts();
  axe.configure({ rules: [{ id: "color-contrast", selector: "[data-to-judge]", enabled: withContrast }] });
  const { violations, incomplete } = await axe.run(document, { selectors: false, elementRef: true, resultTypes: ["violations", "incomplete"] });
  return [...told(violations, true), ...told(incomplete, false)];

  function told(rules, sure) {
    return rules.flatMap(({ id, impact, help, nodes }) =>
      nodes
        .filter((node) => sure || !(scrolledAway(node) || groupHeads(id, node)))
        .map((node) => ({ rule: id, impact: node.impact ?? impact, sure, help, why: why(node), html: node.html.slice(0, 120), steps: sextantSteps(node.element) })),
    );
  }
  function why(node) {
    return [...node.any, ...node.all, ...node.none].map((check) => check.message).join("; ");
  }
  // Columns of a wide table in a narrow window; the wide window shows them.
  function scrolledAway(node) {
    return node.any.some((check) => check.data?.messageKey === "elmPartiallyObscured") && node.element.closest("table") !== null;
  }
  // axe looks for the cells of a row group's head to its right only, not in the rows below it.
  function groupHeads(id, node) {
    const related = [...node.any, ...node.all, ...node.none].flatMap((check) => check.relatedNodes);
    return id === "th-has-data-cells" && related.length > 0 && related.every(({ html }) => html.includes('scope="rowgroup"'));
  }
  function markTexts() {
    const [kinds, seen] = [new WeakMap(), new Map()];
    const kindOf = (element) => {
      if (!kinds.has(element)) {
        const { parentElement: parent, tagName, className } = element;
        kinds.set(element, `${parent ? kindOf(parent) : ""}>${tagName}.${className}${element.getAttribute("style") ?? ""}`);
      }
      return kinds.get(element);
    };
    for (const element of document.body.querySelectorAll("*:not(svg, svg *, script, style)")) {
      const hasText = [...element.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.data.trim());
      if (!hasText) continue;
      const before = seen.get(kindOf(element)) ?? 0;
      seen.set(kindOf(element), before + 1);
      if (before < PER_KIND) element.dataset.toJudge = "";
    }
  }
}

/** The first innermost element that makes the page wider than the window, or null when it is not. */
export function overflow() {
  const root = document.documentElement;
  const [width, window] = [Math.max(root.scrollWidth, document.body.scrollWidth), root.clientWidth];
  if (width <= window) return null;
  const keepsInside = (element) => getComputedStyle(element).overflowX !== "visible";
  const culprit = search(document.body) ?? document.body;
  return { width, window, html: culprit.outerHTML.slice(0, 120), steps: sextantSteps(culprit) };

  function search(element) {
    for (const child of element.children) {
      const inner = keepsInside(child) ? null : search(child);
      if (inner) return inner;
      const box = child.getBoundingClientRect();
      if (box.width > 0 && box.right > window + 0.5) return child;
    }
    return null;
  }
}

/** Ids that occur more than once, after scripts have run. */
export function repeatedIds() {
  const seen = new Map();
  for (const element of document.querySelectorAll("[id]")) seen.set(element.id, [...(seen.get(element.id) ?? []), element]);
  return [...seen].filter(([, elements]) => elements.length > 1).map(([id, elements]) => ({ id, times: elements.length, steps: sextantSteps(elements[1]) }));
}
