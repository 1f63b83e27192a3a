// Prints the slip on the paper that the print queue has; print.css says how it looks there.

/** A print queue hears the title of the page, and writes it down: it hears this one, and no word of the visit. */
const jobName = "Kiosk";

/** Hands the slip on the screen to the browser's printer. Resolves when the browser has taken it. */
export async function printHere() {
  const title = document.title;
  const taken = new Promise((resolve) => addEventListener("afterprint", resolve, { once: true }));
  document.title = jobName;
  try {
    await document.fonts.ready;
    print();
    await taken;
  } finally {
    document.title = title;
  }
}
