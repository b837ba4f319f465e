/** Texts that try to be more than text in one format or another. */
export const hostileTexts: readonly string[] = [
  '::error file=x,line=1::pwned\n::add-mask::*',
  '##[add-mask]secret',
  '%0A::set-output name=x::y %25 %3A',
  ']]><failure/><![CDATA[',
  '"/><testcase name="x"/>&amp;&#0;&bogus;',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '![p](https://example.org/p.png) [l](javascript:alert(1)) <https://example.org> https://example.org www.example.org a@example.org',
  '| cell | cell |\n\n# heading\n- item\n```\ncode',
  '`code` ``two`` ``` *bold* __strong__ ~~gone~~ :smile: $x$ @user #1',
  'command:workbench.action.x $(zap)',
  '\u001b[31mred\u001b]0;title\u0007\u0000\u0008\u007f\u009b',
  'left \u202e right \u2066 \u200b hidden \u00ad \ufeff',
  'half \ud800 characters \udfff, not \ufffe \uffff',
  '=HYPERLINK("https://example.org")',
  'line\u2028separator\u2029\'quotes"',
  '[text](1) \\[x](2) {0} {{1}}',
];
