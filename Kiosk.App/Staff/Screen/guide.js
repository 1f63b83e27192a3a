// The guide's forms: a search among drawings, a preview that follows what is typed, a file that is too large said at once.
const search = document.querySelector("[data-search=drawings]");
// Small letters without accents: who types "epicerie" finds « Épicerie ».
const plain = text => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
if (search) {
  search.closest(".search").hidden = false;
  search.addEventListener("input", () => {
    const word = plain(search.value.trim());
    for (const drawing of document.querySelectorAll(".drawing-choice .drawing")) drawing.hidden = !plain(drawing.dataset.words).includes(word);
  });
  search.addEventListener("keydown", event => { if (event.key === "Enter") event.preventDefault(); });
}

const form = document.querySelector("[data-guide-form]");
const buttons = form ? [...form.querySelectorAll("[formtarget=preview]")] : [];
if (buttons.length) {
  const calm = 600;
  let chosen = buttons[0], waiting;
  let isSent = false; // and another page comes: a browser sends a form to one place at a time, and a preview would take this one's
  const frame = form.querySelector("iframe[name=preview]");
  const show = () => { if (!isSent) form.requestSubmit(chosen); };
  for (const button of buttons) button.addEventListener("click", () => { chosen = button; });
  form.addEventListener("input", event => {
    if (event.target.type === "search" || event.target.type === "file" || event.target.name === "stand") return;
    clearTimeout(waiting);
    waiting = setTimeout(show, calm);
  });
  form.addEventListener("submit", event => { if (event.submitter?.formTarget !== "preview") isSent = true; });
  addEventListener("pageshow", () => { isSent = false; }); // somebody went back to it
  new IntersectionObserver((seen, watch) => { if (seen.some(s => s.isIntersecting)) { watch.disconnect(); show(); } }).observe(frame);
}

// What stands open stays open when a row is added; without script the section of the row opens by itself.
form?.addEventListener("submit", () => {
  for (const old of form.querySelectorAll("input[name=open]")) old.remove();
  for (const section of form.querySelectorAll(".section[open]")) {
    const open = Object.assign(document.createElement("input"), { type: "hidden", name: "open", value: section.id.slice("section-".length) });
    form.append(open);
  }
});
