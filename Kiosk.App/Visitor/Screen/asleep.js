// Stands while the kiosk cannot start, and goes by itself as soon as it answers as it should.
const every = 2000; // milliseconds

async function look() {
  const answer = await fetch("/health", { cache: "no-store" }).catch(() => null);
  if (answer?.ok && (await fetch("/rest").catch(() => null))?.ok) location.replace("/rest");
}

setInterval(look, every);
