// Faults of a page, in two goes: every rule but contrast over all of it; contrast over what has a look that was not judged before.
// A look is what the style sheets can ask of an element and of all around it (not its place among others: no colour of ours hangs
// on that, see test_reader.py). Most of a page is the frame and rows alike, and contrast takes four fifths of axe's time.
async ([judged, options]) => {
    const known = new Set(judged), looks = new WeakMap(), fresh = new Map();
    const asked = /^(class|role|type|style|disabled|readonly|open|aria-(current|invalid|pressed|selected|expanded|disabled|busy|sort)|data-.*)$/;
    const look = (node) => {
        if (!node || node === document) return '';
        if (!looks.has(node)) {
            const said = [...node.attributes]
                .filter((one) => asked.test(one.name) && one.value.length < 40)
                .map((one) => `${one.name}=${one.value}`).sort();
            const marked = node.matches('label') && node.querySelector(':checked') ? '!' : '';
            looks.set(node, `${look(node.parentElement)}>${node.localName}${marked}[${said}]`);
        }
        return looks.get(node);
    };
    const short = (text) => {
        let one = 0xdeadbeef, other = 0x41c6ce57;
        for (let at = 0; at < text.length; at++) {
            const code = text.charCodeAt(at);
            one = Math.imul(one ^ code, 2654435761);
            other = Math.imul(other ^ code, 1597334677);
        }
        return (one >>> 0).toString(36) + (other >>> 0).toString(36);
    };
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (text) =>
        text.data.trim() ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT);
    const shown = new Set(document.querySelectorAll('input, textarea, select'));
    while (words.nextNode()) shown.add(words.currentNode.parentElement);
    for (const node of shown) {
        if (!node.checkVisibility({visibilityProperty: true, opacityProperty: true})) continue;
        const key = short(look(node));
        if (!known.has(key) && !fresh.has(key)) fresh.set(key, node);
    }
    const found = await axe.run({...options, rules: {'color-contrast': {enabled: false}}});
    let pale = {violations: []};
    if (fresh.size) {
        pale = await axe.run({include: [...fresh.values()]}, {...options, runOnly: ['color-contrast']});
    }
    return {violations: [...found.violations, ...pale.violations], looks: [...fresh.keys()]};
}
