// Tells the kiosk every ten seconds that this page is alive: one that froze says nothing, and the screen is started anew.
const every = 10_000; // milliseconds

const tell = () => fetch("/alive", { method: "POST" }).catch(() => {});

tell();
setInterval(tell, every);
