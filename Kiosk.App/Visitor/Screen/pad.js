// The PIN pad: digits by touch, shown as dots; no keyboard comes up on a kiosk. Left alone it goes to rest, and so does a square that has ended.
import { leave } from "./navigate.js";

const stage = document.querySelector("[data-leave-seconds]");
let leaving;

function wait() {
  clearTimeout(leaving);
  leaving = setTimeout(leave, Number(stage.dataset.leaveSeconds) * 1000, "/rest");
}

if (stage) wait();
const pad = document.querySelector("[data-pad]");

function show(pin) {
  pad.elements.pin.value = pin;
  pad.querySelectorAll(".pad-dots i").forEach((dot, place) => dot.classList.toggle("on", place < pin.length));
  pad.querySelector(".pad-complaint").replaceChildren();
}

pad?.addEventListener("click", (event) => {
  wait();
  const key = event.target.closest("button[type=button]");
  if (!key) return;
  const pin = pad.elements.pin.value;
  show("erase" in key.dataset ? pin.slice(0, -1) : (pin + key.dataset.digit).slice(0, 8));
});
