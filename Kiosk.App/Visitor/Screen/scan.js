// One switch: things light in turn, and the switch takes the one that is lit. First groups, then what is in them.
import { hasBegun } from "./count.js";
import { say } from "./listen.js";

const switchKey = " ";
const mostAtOnce = 6; // a larger group goes row by row
const roundsWithoutPress = 2; // then out of the group again

let scanning = false;
let turns = []; // what lights in turn: lists of things
let inside = false; // the turns are the things of one group
let at = -1;
let rounds = 0;
let timer;

const seconds = () => Number(document.body.dataset.switchSeconds ?? 0);
const isSeen = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest("[hidden]");
const overflows = (element) => element.matches(".scroll") && element.scrollHeight > element.clientHeight + 1;

/** Whether the screen is being used by a switch now. */
export const isScanning = () => scanning;

function thingsIn(part) {
  return [part, ...part.querySelectorAll("a[href], button, .scroll")]
    .filter((element) => (overflows(element) || element.matches("a[href], button")) && isSeen(element) && (part.matches("[popover]") || !element.closest("[popover]")));
}

/** Things in one row of the screen belong together. */
function rowsOf(things) {
  if (things.length <= mostAtOnce) return [things];
  return [...Map.groupBy(things, (thing) => Math.round(thing.getBoundingClientRect().top)).values()];
}

function groups() {
  const open = document.querySelector("[popover]:popover-open");
  const parts = open ? [open] : [...document.querySelectorAll(".page > .head, .page > main > *, .page > .voice, .page > .bar")];
  const main = document.querySelector("main.scroll");
  const scroller = !open && main && overflows(main) ? [[main]] : [];
  return [...scroller, ...parts.map(thingsIn).filter((things) => things.length > 0).flatMap(rowsOf)];
}

function dark() {
  clearTimeout(timer);
  document.querySelectorAll(".lit").forEach((thing) => thing.classList.remove("lit"));
}

/** @param list - what lights in turn from now on */
function take(list, isInside) {
  [turns, inside, at, rounds] = [list, isInside, -1, 0];
  light();
}

function light() {
  dark();
  at += 1;
  if (at >= turns.length) {
    at = 0;
    rounds += 1;
    if (inside && rounds >= roundsWithoutPress) return take(groups(), false);
  }
  if (!turns[at]?.[0]?.isConnected) return take(groups(), false);
  turns[at].forEach((thing) => thing.classList.add("lit"));
  turns[at][0].scrollIntoView({ block: "nearest" });
  say(turns[at].length > 1 ? turns[at][0].closest("[aria-label], [aria-labelledby]") ?? turns[at][0] : turns[at][0]);
  timer = setTimeout(light, seconds() * 1000);
}

function press() {
  if (!hasBegun() && document.querySelector(".rest-touch")) {
    scanning = true;
    return document.querySelector(".rest-touch").click();
  }
  if (!scanning) {
    scanning = true;
    return take(groups(), false);
  }
  const lit = turns[at] ?? [];
  if (lit.length > 1) return take(lit.map((thing) => [thing]), true);
  if (lit[0]?.matches(".scroll")) return scrollOn(lit[0]);
  lit[0]?.click();
  if (document.querySelector("[popover]:popover-open") && !inside) take(groups(), false);
}

function scrollOn(part) {
  const before = part.scrollTop;
  part.scrollTop += part.clientHeight * 0.8;
  if (part.scrollTop === before) part.scrollTop = 0;
  take(turns, inside);
}

document.addEventListener("keydown", (event) => {
  if (seconds() === 0 || event.key !== switchKey || event.defaultPrevented) return;
  event.preventDefault();
  if (!event.repeat) press();
});

// A finger takes over; the next press goes on.
document.addEventListener("pointerdown", () => {
  scanning = false;
  dark();
});

document.addEventListener("toggle", () => { if (scanning) take(groups(), false); }, { capture: true });

document.addEventListener("page:shown", ({ detail }) => {
  if (detail.left) scanning = false;
  dark();
  if (scanning) take(groups(), false);
});
