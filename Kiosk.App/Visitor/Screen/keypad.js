// A tactile keypad, or any keyboard: arrows move, OK opens, and each move is said. docs/keypad.md lists the keys.
// Focus alone shows where one is; it goes in the order of reading, round and round, and is never caught.
import { hasBegun } from "./count.js";
import { hintKeys, isOn, isSpeaking, louder, readPage, repeat, say, stop } from "./listen.js";

const opens = "a[href], button";
const reads = "h1, h2, p, li:not(:has(a, button)), .fact, [role=img][aria-label]"; // what a listener stops at besides
const begins = /^(Enter|Arrow|[024568*+-]$|Insert|Clear)/;
let moving = false; // keys are used in this visit, not fingers alone
let last = null; // where the focus was: { name, index, stays }

const popover = () => document.querySelector("[popover]:popover-open");
const isSeen = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest("[hidden], .idle, .voice-how, .keys-how");
const overflows = (element) => element.scrollHeight > element.clientHeight + 1;
const nameOf = (element) => element.getAttribute("href")?.split("?")[0] ?? element.textContent.trim();

/** Everything one can stop at, in the order of reading. Who listens stops at texts too; who sees, at what scrolls. */
function stops() {
  const around = popover() ?? document.body;
  const kinds = isOn() ? `${opens}, ${reads}` : `${opens}, .scroll`;
  return [...around.querySelectorAll(kinds)].filter((element) => isSeen(element)
    && !(popover() ? false : element.closest("[popover]"))
    && (element.matches(".scroll") ? overflows(element) : isOn() ? !element.parentElement.closest(`${opens}, ${reads}`) : true));
}

function goTo(element) {
  if (!element) return;
  if (!element.matches(`${opens}, [tabindex]`)) element.tabIndex = -1;
  element.focus();
  element.scrollIntoView({ block: "nearest" });
  last = { name: nameOf(element), index: stops().indexOf(element), stays: element.closest(".bar") ? element.classList[0] : null };
  say(element);
}

/** @param by - 1 onwards, -1 back; from wherever the focus is, round and round */
function step(by) {
  const all = stops();
  const here = document.activeElement;
  if (here === document.body && last) return goTo(all.at((last.index + Math.max(by, 0)) % all.length)); // what had the focus is gone: a key of the voice
  const next = all.indexOf(here) >= 0 ? all.indexOf(here) + by
    : by > 0 ? all.findIndex((element) => here.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)
    : all.findLastIndex((element) => here.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING);
  goTo(here === document.body && by > 0 ? all[0] : all.at(next < all.length ? next : 0));
}

/** Up and down for who sees: through what scrolls, else to what lies there, nearest first; the order of reading where nothing does. */
function climb(by) {
  const here = document.activeElement;
  if (here.matches(".scroll") && scrollOn(here, by)) return;
  const from = here.getBoundingClientRect();
  const middle = (box) => (box.left + box.right) / 2;
  const there = here === document.body ? [] : stops().filter((element) => element !== here && !here.contains(element))
    .map((element) => ({ element, box: element.getBoundingClientRect() }))
    .map(({ element, box }) => ({ element, box, far: by > 0 ? box.top - from.bottom : from.top - box.bottom }))
    .filter(({ box, far }) => far > -1 && box.left < from.right && box.right > from.left)
    .sort((a, b) => a.far - b.far || Math.abs(middle(a.box) - middle(from)) - Math.abs(middle(b.box) - middle(from)));
  if (there.length > 0) goTo(there[0].element);
  else step(by);
}

function scrollOn(element, by) {
  const before = element.scrollTop;
  element.scrollTop += by * element.clientHeight * 0.8;
  return element.scrollTop !== before;
}

function back() {
  if (popover()) {
    popover().hidePopover();
    return goTo(document.querySelector(".bar-languages"));
  }
  document.querySelector(".back")?.click();
}

/** With the first key a visit begins, listening: whoever uses the keypad may not see. */
function begin() {
  const way = document.querySelector(".rest-touch, .bar-listen");
  if (!way) return;
  hintKeys();
  const address = new URL(way.href);
  if (!address.searchParams.has("with")) address.searchParams.set("with", "listen"); // else it is among the modes that are on
  way.href = address.href;
  way.dataset.tap = "mode/listen";
  way.click();
}

const forwards = () => (document.documentElement.dir === "rtl" ? -1 : 1);
const along = (by) => step(by * forwards());
const down = (by) => (isOn() ? step(by) : climb(by));
const aloud = () => (!isOn() ? document.querySelector(".bar-listen")?.click() : isSpeaking() ? stop() : readPage());
const open = () => { if (document.activeElement.matches(opens)) document.activeElement.click(); else if (isOn()) say(document.activeElement); };

/** By the key's name; the digits lie on a number pad where its arrows do, with and without NumLock. */
const keys = {
  ArrowRight: () => along(1), 6: () => along(1),
  ArrowLeft: () => along(-1), 4: () => along(-1),
  ArrowDown: () => down(1), 2: () => down(1),
  ArrowUp: () => down(-1), 8: () => down(-1),
  5: open, Clear: open,
  Escape: back, Backspace: back, ".": back, ",": back, Delete: back,
  Home: () => document.querySelector(".bar-start")?.click(), 7: () => keys.Home(), "/": () => keys.Home(),
  "*": repeat,
  "+": () => louder(1), AudioVolumeUp: () => louder(1),
  "-": () => louder(-1), AudioVolumeDown: () => louder(-1),
  0: aloud, Insert: aloud,
};

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  const opensByItself = event.key === "Enter" && document.activeElement.matches(opens);
  const isFree = !hasBegun() && document.querySelector(".rest-touch, .bar-listen");
  if (!opensByItself && !(event.key in keys) && !(event.key === "Enter" && (isFree || isOn()))) return;
  moving = true;
  if (opensByItself) return;
  event.preventDefault();
  if (isFree && !isOn()) {
    if (begins.test(event.key)) begin();
  } else (keys[event.key] ?? open)();
});

document.addEventListener("pointerdown", () => { moving = false; });

document.addEventListener("toggle", (event) => {
  if (moving && event.newState === "open") goTo(event.target.querySelector(".on, a"));
}, { capture: true });

// A page that comes again keeps the place; a mode that was switched says what it is now.
document.addEventListener("page:shown", ({ detail }) => {
  if (detail.left) moving = false;
  if (!moving || !last) return;
  const all = stops();
  if (!detail.touched) (all.find((element) => nameOf(element) === last.name) ?? all[last.index])?.focus({ preventScroll: true });
  else if (last.stays && last.stays !== "bar-person") goTo(document.querySelector(`.bar .${last.stays}`));
  last = detail.touched ? null : last;
});
