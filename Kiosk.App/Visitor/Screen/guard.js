// What a finger may set off by accident: the long-press menu, dragging a picture, pinching, zooming by wheel.
for (const accident of ["contextmenu", "dragstart", "gesturestart"]) document.addEventListener(accident, (event) => event.preventDefault());
document.addEventListener("wheel", (event) => { if (event.ctrlKey) event.preventDefault(); }, { passive: false });
