// Four corners, one after the other. Each touch shows where it arrived, and the kiosk is told. Nobody is held: the middle, a key, or a minute ends it.
import { leave } from "./navigate.js";

const thanksFor = 3000; // milliseconds
const dotFor = 1500; // milliseconds
let ending;

const isOn = () => document.body.dataset.behaviour === "corners";
const asked = () => document.querySelector(".corner:not(.good)");
const tell = (touched) => fetch("/corner", { method: "POST", body: new URLSearchParams({ touched }), keepalive: true }).catch(() => {});

function begin() {
  clearTimeout(ending);
  if (!isOn()) return;
  asked().classList.add("asked");
  ending = setTimeout(end, Number(document.querySelector("main").dataset.seconds) * 1000);
}

function end() {
  clearTimeout(ending);
  tell("end");
  leave("/rest");
}

function good(corner) {
  corner.classList.replace("asked", "good");
  tell(corner.dataset.corner);
  if (asked()) return asked().classList.add("asked");
  document.querySelector(".corners-ask").hidden = true;
  document.querySelector(".corners-away").hidden = true;
  document.querySelector(".corners-done").hidden = false;
  clearTimeout(ending);
  ending = setTimeout(end, thanksFor);
}

/** A ring where the screen felt the finger: one that is elsewhere than the finger says how it is turned. */
function mark(event) {
  const dot = document.createElement("i");
  dot.className = "corners-felt";
  [dot.style.left, dot.style.top] = [`${event.clientX}px`, `${event.clientY}px`];
  document.body.append(dot);
  setTimeout(() => dot.remove(), dotFor);
}

document.addEventListener("pointerdown", (event) => {
  if (!isOn() || !asked()) return;
  mark(event);
  const corner = event.target.closest?.(".corner");
  if (corner === asked()) good(corner);
  else if (!corner?.matches(".good") && !event.target.closest?.(".corners-away")) tell("elsewhere");
});
document.addEventListener("click", (event) => { if (isOn() && event.target.closest?.(".corners-away")) end(); });
document.addEventListener("keydown", () => { if (isOn()) end(); });
document.addEventListener("page:shown", begin);
begin();
