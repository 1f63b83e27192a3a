// Two soft tones, a fifth apart, for whoever looks elsewhere. Made here, at the house's loudness.
const tones = [523.25, 783.99]; // hertz
const each = 0.35; // seconds
const longestStart = 2000; // milliseconds; a browser that may not sound never says so
const softness = 0.3; // of the house's loudness: a reminder, no alarm

/** A browser sounds only where somebody has touched before. */
export function chime() {
  if (navigator.userActivation?.hasBeenActive) ring(softness);
}

/**
 * @param part - of the house's loudness
 * @returns whether the browser sounds: the appliance's does without a touch
 */
export async function ring(part) {
  const context = new AudioContext();
  const loudness = (Number(document.body.dataset.volume ?? 70) / 100) * part;
  tones.forEach((hertz, place) => {
    const begin = context.currentTime + place * each;
    const tone = new OscillatorNode(context, { type: "sine", frequency: hertz });
    const gain = new GainNode(context, { gain: 0 });
    gain.gain.setValueAtTime(0, begin);
    gain.gain.linearRampToValueAtTime(loudness, begin + 0.05);
    gain.gain.linearRampToValueAtTime(0, begin + each * 1.5);
    tone.connect(gain).connect(context.destination);
    tone.start(begin);
    tone.stop(begin + each * 1.5);
    if (place === tones.length - 1) tone.onended = () => context.close();
  });
  const sounds = await Promise.race([context.resume().then(() => true), new Promise((silent) => setTimeout(silent, longestStart, false))]);
  if (!sounds) context.close();
  return sounds;
}
