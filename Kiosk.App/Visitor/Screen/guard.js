// What a finger may set off by accident: the long-press menu, dragging a picture, dropping a file, pinching, zooming by wheel.
for (const accident of ["contextmenu", "dragstart", "dragover", "drop", "gesturestart"]) document.addEventListener(accident, (event) => event.preventDefault());
document.addEventListener("wheel", (event) => { if (event.ctrlKey) event.preventDefault(); }, { passive: false });

// On the kiosk, full screen, a keyboard or mouse that somebody plugs in does what a finger can and no more: no new tab, no closing, no tools.
// A full screen page is given every key before Chromium acts on it. In a window the browser keeps its own.
// What passes is what keypad.js and scan.js know, and what moves the focus or scrolls.
const keys = /^(Tab|Enter| |Escape|Backspace|Delete|Insert|Clear|Home|End|Page(Up|Down)|Arrow(Up|Down|Left|Right)|AudioVolume(Up|Down)|[0-9*+\-.,/])$/;
const isKiosk = matchMedia("(display-mode: fullscreen)");
const isHeld = (event) => event.ctrlKey || event.altKey || event.metaKey || event.shiftKey;

function refuse(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

document.addEventListener("keydown", (event) => {
  if (isKiosk.matches && (isHeld(event) ? event.key !== "Tab" || event.ctrlKey || event.altKey || event.metaKey : !keys.test(event.key))) event.preventDefault();
}, { capture: true });
document.addEventListener("click", (event) => { if (isKiosk.matches && isHeld(event)) refuse(event); }, { capture: true });
document.addEventListener("auxclick", (event) => { if (isKiosk.matches) refuse(event); }, { capture: true });
