using Kiosk.Tests.Support;

namespace Kiosk.Tests.Browser;

/// <summary>What a finger and an eye need, measured in the page itself. The answer is a list of what is wrong.</summary>
internal static class Layout
{
    /// <summary>Smallest target and smallest distance between two, CSS pixels (design, the visit).</summary>
    public const string Measure = """
        () => {
          const least = 76, apart = 8, slack = 0.6, wrong = [];
          const classes = e => String(e.className?.baseVal ?? e.className ?? '').trim().replaceAll(/\s+/g, '.');
          const name = e => e.localName + (classes(e) && '.' + classes(e))
            + ' "' + e.textContent.trim().replaceAll(/\s+/g, ' ').slice(0, 30) + '"';
          const box = r => `${r.width.toFixed(0)}x${r.height.toFixed(0)} at ${r.left.toFixed(0)},${r.top.toFixed(0)}`;
          const shown = e => e.checkVisibility({ visibilityProperty: true }) && e.getBoundingClientRect().width > 0;
          const inside = (r, o) => r.left >= o.left - slack && r.top >= o.top - slack
            && r.right <= o.right + slack && r.bottom <= o.bottom + slack;
          const forEarsOnly = e => e.closest('.voice-how') || getComputedStyle(e).clipPath === 'inset(50%)';
          const scrolls = e => e.matches('.scroll');
          const all = [...document.body.querySelectorAll('*')].filter(e => shown(e) && !forEarsOnly(e));
          const screen = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };

          const clips = e => getComputedStyle(e).overflowY !== 'visible' && !e.closest('svg');
          for (const e of [document.documentElement, document.body, ...all.filter(clips)])
            if ((e.scrollHeight > e.clientHeight + 1 && !scrolls(e)) || e.scrollWidth > e.clientWidth + 1)
              wrong.push(`holds more than it shows: ${name(e)} ${e.scrollWidth}x${e.scrollHeight} in ${e.clientWidth}x${e.clientHeight}`);

          // What scrolls is seen through its box: of what lies below, the sides alone count. Enough of it is in sight to be read.
          const seenThrough = (r, e) => {
            const o = e.closest('.scroll')?.getBoundingClientRect();
            return o ? { left: r.left, right: r.right, top: Math.max(r.top, o.top), bottom: Math.min(r.bottom, o.bottom) } : r;
          };
          const inSight = (r, e) => { const c = seenThrough(r, e); return c.bottom - c.top > 1; };
          for (const e of all.filter(scrolls).filter(e => e.clientHeight < least))
            wrong.push(`too low to read in: ${name(e)} ${box(e.getBoundingClientRect())}`);

          const targets = all.filter(e => e.matches('a[href], button') && inSight(e.getBoundingClientRect(), e));
          for (const e of targets) {
            const r = e.getBoundingClientRect();
            if (r.width < least - slack || r.height < least - slack) wrong.push(`too small: ${name(e)} ${box(r)}`);
            if (!inside(seenThrough(r, e), screen)) wrong.push(`outside the screen: ${name(e)} ${box(r)}`);
          }
          targets.forEach((e, i) => targets.slice(i + 1).forEach(o => {
            if (e.contains(o) || o.contains(e)) return;
            const a = seenThrough(e.getBoundingClientRect(), e), b = seenThrough(o.getBoundingClientRect(), o);
            const across = Math.max(a.left - b.right, b.left - a.right), down = Math.max(a.top - b.bottom, b.top - a.bottom);
            if (Math.max(across, down) < apart - slack) wrong.push(`${Math.max(across, down).toFixed(1)} apart: ${name(e)} and ${name(o)}`);
          }));

          const texts = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const node = walker.currentNode, e = node.parentElement;
            if (!node.data.trim() || !shown(e) || forEarsOnly(e) || e.closest('script, noscript')) continue;
            const range = document.createRange();
            range.selectNodeContents(node);
            // The ink of a line lies within the middle of its box: accents and tails of neighbouring lines may share the rest.
            const times = /\d{1,2}:\d{2}/gu, words = /[\p{L}\p{M}]+/gu;
            for (const word of [...node.data.matchAll(times), ...e.closest('a[href], button') ? node.data.matchAll(words) : []]) {
              const letters = document.createRange();
              // The first letter after a soft hyphen has the hyphen's box too.
              letters.setStart(node, word.index + (node.data[word.index - 1] === '\u00AD'));
              letters.setEnd(node, word.index + word[0].length);
              // Digits and the colon between them may come from fonts of different heights.
              const lines = [...letters.getClientRects()].filter(r => r.width > 1);
              if (lines.some(r => r.top > lines[0].bottom - r.height / 2 || r.bottom < lines[0].top + r.height / 2))
                wrong.push(`word or time broken: "${word[0]}" in ${name(e)}`);
            }
            for (const r of [...range.getClientRects()].filter(r => inSight(r, e)).map(r => seenThrough(r, e)))
            {
              const margin = (r.bottom - r.top) * 0.2;
              texts.push({ node, e, left: r.left, right: r.right, top: r.top + margin, bottom: r.bottom - margin });
            }
          }
          for (const t of texts) {
            if (!inside(t, screen)) wrong.push(`words outside the screen: ${name(t.e)}`);
            const target = t.e.closest('a[href], button');
            if (target && !inside(t, target.getBoundingClientRect()))
              wrong.push(`words outside their target: ${name(t.e)} of ${box(target.getBoundingClientRect())}`);
          }
          texts.forEach((t, i) => texts.slice(i + 1).forEach(o => {
            if (t.node !== o.node && t.left < o.right - 1 && o.left < t.right - 1 && t.top < o.bottom - 1 && o.top < t.bottom - 1)
              wrong.push(`words on words: ${name(t.e)} and ${name(o.e)}`);
          }));
          for (const e of all.filter(e => e.matches('svg.pictogram') && inSight(e.getBoundingClientRect(), e))) {
            const r = e.getBoundingClientRect(), target = e.closest('a[href], button');
            if (!inside(target ? r : seenThrough(r, e), target ? target.getBoundingClientRect() : screen))
              wrong.push(`drawing outside: ${name(e.parentElement)} ${box(r)}`);
            if (r.width < 24 || r.height < 24) wrong.push(`drawing too small: ${name(e.parentElement)} ${box(r)}`);
            const o = seenThrough(r, e); // its ink lies within the middle of its box, as that of a line does
            const [across, down] = [r.width * .1, r.height * .1];
            const ink = { left: o.left + across, right: o.right - across, top: o.top + down, bottom: o.bottom - down };
            for (const t of texts)
              if (t.left < ink.right - 1 && ink.left < t.right - 1 && t.top < ink.bottom - 1 && ink.top < t.bottom - 1)
                wrong.push(`words on a drawing: ${name(t.e)}`);
          }
          return [...new Set(wrong)];
        }
        """;

    /// <summary>Opens each page once and measures it on screens of each size.</summary>
    /// <returns>What is wrong, each with its page and size.</returns>
    public static async Task<List<string>> Problems(Screen screen, IEnumerable<string> paths, Display[] sizes, string measure = Measure)
    {
        var problems = new List<string>();
        foreach (var path in paths)
        {
            await screen.Open(path);
            problems.AddRange((await Problems(screen, sizes, measure)).Select(problem => $"{path}: {problem}"));
        }

        return problems;
    }

    /// <summary>Measures the page that stands on screens of each size.</summary>
    public static async Task<List<string>> Problems(Screen screen, Display[] sizes, string measure = Measure)
    {
        var problems = new List<string>();
        foreach (var size in sizes)
        {
            await screen.Becomes(size);
            problems.AddRange((await screen.Page.EvaluateAsync<string[]>(measure)).Select(problem => $"{size}: {problem}"));
        }

        return problems;
    }

    /// <summary>Waits until the page's own letters are there: before, nothing has its size.</summary>
    public const string LettersLoaded = "document.fonts.ready.then(() => true)";
}
