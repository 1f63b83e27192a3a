// After a while without a touch, a key or a word the screen asks, by sight and by sound, counts down, and goes to rest. Any touch or key stays.
import { end } from "./count.js";
import { chime } from "./chime.js";
import { isOn, isSpeaking, say } from "./listen.js";
import { isScanning } from "./scan.js";

const countdownSeconds = 20; // WCAG 2.2, 2.2.1: at least 20 seconds to stay, by a simple action
const slower = 2; // times: who listens, or waits for things to light in turn
const longestSentence = 180_000; // milliseconds; a voice that says longer has fallen silent
const clickFollowsWithin = 300; // milliseconds; a finger that slid sends no click
let waiting, ending, half, lastSaid;

const panel = () => document.querySelector(".idle");
const asking = () => panel()?.hidden === false;
const pace = () => (isOn() || isScanning() ? slower : 1);

function wait() {
  for (const timer of [waiting, ending, half]) clearTimeout(timer);
  if (panel()) waiting = setTimeout(ask, Number(document.body.dataset.idleSeconds) * 1000 * pace());
}

/** Nobody is interrupted to be asked whether they are there. */
function ask() {
  if (isSpeaking() && performance.now() - lastSaid < longestSentence) return wait();
  document.querySelector("[popover]:popover-open")?.hidePopover(); // it would lie above the question
  const seconds = countdownSeconds * pace();
  panel().style.setProperty("--countdown", `${seconds}s`);
  panel().hidden = false;
  sound();
  half = setTimeout(sound, seconds * 500);
  ending = setTimeout(() => end("idle", "/rest"), seconds * 1000);
}

function sound() {
  if (isOn()) say(panel());
  else chime();
}

function answer() {
  if (panel()) panel().hidden = true;
}

// The touch that stays does nothing else: the panel lies over everything until the touch's click has landed on it.
document.addEventListener("pointerdown", wait);
document.addEventListener("wheel", wait, { passive: true });
for (const lifted of ["pointerup", "pointercancel"]) {
  document.addEventListener(lifted, () => { if (asking()) setTimeout(answer, clickFollowsWithin); });
}
document.addEventListener("click", (event) => {
  if (!asking()) return;
  event.stopImmediatePropagation();
  event.preventDefault();
  answer();
}, { capture: true });
document.addEventListener("keydown", (event) => {
  wait();
  if (!asking()) return;
  event.preventDefault();
  event.stopPropagation();
  answer();
}, { capture: true });
document.addEventListener("voice:said", () => {
  lastSaid = performance.now();
  if (!asking()) wait();
});
document.addEventListener("page:shown", (event) => { if (event.detail.touched) wait(); });
wait();
