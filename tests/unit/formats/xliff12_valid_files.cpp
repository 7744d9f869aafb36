#include "xliff12_valid_files.h"

namespace verbale::testing {

namespace {

constexpr const char *transitional = R"(<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:own="urn:example:own" xml:lang="vi">
  <own:origin>Bộ Ngoại giao</own:origin>
  <file original="thong-cao.txt" source-language="vi" target-language="en-GB" datatype="plaintext"
        tool-id="t1" date="2025-03-01T09:30:00Z" xml:space="preserve" category="news" product-name="p"
        product-version="1" build-num="7" tool="manual" ts="x" own:kind="y">
    <header>
      <skl>
        <internal-file form="base64" crc="a1">VmnhurdU</internal-file>
      </skl>
      <phase-group>
        <phase phase-name="draft" process-name="translation" company-name="c" tool-id="t1"
               date="2025-03-01T09:30:00.5+07:00" job-id="j" contact-name="n" contact-email="e" contact-phone="p">
          <note xml:lang="vi" priority="2" from="f" annotates="general">Ghi chú</note>
        </phase>
        <phase phase-name="review" process-name="review"/>
      </phase-group>
      <glossary>
        <external-file href="terms.tbx" crc="b2" uid="u1"/>
      </glossary>
      <reference>
        <external-file href="page.html" uid="u2"/>
      </reference>
      <count-group name="words">
        <count count-type="total" phase-name="draft" unit="word">120</count>
        <count count-type="x-own" unit="x-clause">12</count>
      </count-group>
      <prop-group name="props">
        <prop prop-type="own" xml:lang="en">value</prop>
      </prop-group>
      <note>A note</note>
      <tool tool-id="t1" tool-name="Tool" tool-version="1" tool-company="c">text <own:detail/></tool>
      <tool tool-id="t2" tool-name="Other"/>
      <own:settings/>
    </header>
    <body>
      <group id="g1" datatype="html" restype="table" resname="r" coord="0;-1;#;3" translate="yes" reformat="no"
             size-unit="char" maxwidth="80" minwidth="1" merged-trans="no" ts="x">
        <context-group name="place" crc="c3" purpose="location x-own">
          <context context-type="sourcefile" match-mandatory="no" crc="d4">a.txt</context>
          <context context-type="linenumber">12</context>
        </context-group>
        <count-group name="inner">
          <count>3</count>
        </count-group>
        <prop-group>
          <prop prop-type="p">v</prop>
        </prop-group>
        <note annotates="source">On the source</note>
        <own:mark/>
        <group id="g2" xml:space="default">
          <trans-unit id="u1" approved="yes" translate="yes" reformat="coord font x-own" phase-name="draft"
                      restype="x-paragraph" resname="name" extradata="e" extype="f" help-id="h1" menu="m"
                      menu-option="o" menu-name="mn" coord="1;2;3;4" font="Times" css-style="color: red"
                      style="s1" exstyle="e1" size-unit="pixel" maxbytes="100" minbytes="0" charclass="c">
            <source xml:lang="vi">Bộ <g id="1" ctype="bold">Ngoại giao</g> <x id="2" ctype="lb"/> họp <bpt id="3" rid="r1" ctype="italic">&lt;i></bpt>báo<ept id="4" rid="r1">&lt;/i></ept></source>
            <target state="translated" state-qualifier="exact-match" phase-name="review" xml:lang="en" equiv-trans="yes">The <g id="1" ctype="bold">Foreign Ministry</g> <x id="2"/> held a <bpt id="3" rid="r1">&lt;i></bpt>briefing<ept id="4" rid="r1">&lt;/i></ept></target>
            <note priority="10">Unit note</note>
            <alt-trans match-quality="85%" tool-id="t2" crc="e5" xml:lang="en" origin="memory" datatype="plaintext" phase-name="draft" alttranstype="proposal">
              <source>Bộ Ngoại giao họp</source>
              <target xml:lang="en" state="needs-review-translation">The Ministry met</target>
              <context-group>
                <context context-type="x-own">c</context>
              </context-group>
              <note>Match note</note>
            </alt-trans>
          </trans-unit>
          <trans-unit id="u2">
            <source>Câu một. Câu hai.</source>
            <seg-source><mrk mtype="seg" mid="0">Câu một.</mrk> <mrk mtype="seg" mid="1">Câu hai.</mrk></seg-source>
            <target><mrk mtype="seg" mid="0">Sentence one.</mrk> <mrk mtype="seg" mid="1">Sentence two.</mrk></target>
            <alt-trans mid="1">
              <target>Sentence 2.</target>
              <target>The second sentence.</target>
            </alt-trans>
            <own:checked/>
          </trans-unit>
        </group>
      </group>
      <trans-unit id="u3">
        <source>A<bx id="1" rid="p"/>B<ex id="2" rid="p"/><ph id="3" ctype="image" assoc="both" crc="z">&lt;img alt="<sub datatype="html" ctype="link">Ảnh</sub>"/></ph><it id="4" pos="open" ctype="underlined">&lt;u></it><mrk mtype="term" comment="c" own:entry="e7">ASEAN</mrk></source>
        <target state="needs-translation"/>
        <context-group purpose="match">
          <context context-type="record">r</context>
        </context-group>
        <count-group name="third"/>
      </trans-unit>
      <bin-unit id="b1" mime-type="image/png" approved="no" translate="no" restype="bitmap" resname="logo" phase-name="draft">
        <bin-source>
          <external-file href="logo.png" crc="f6"/>
        </bin-source>
        <bin-target mime-type="image/png" state="final" state-qualifier="id-match" phase-name="review" restype="bitmap" resname="l">
          <external-file href="logo-en.png"/>
        </bin-target>
        <note>Picture</note>
        <trans-unit id="u4">
          <source>Chữ trong ảnh <x id="1" xid="u3"/></source>
        </trans-unit>
      </bin-unit>
    </body>
  </file>
  <file original="second" source-language="vi-VN" datatype="x-own">
    <body/>
  </file>
</xliff>
)";

constexpr const char *strict = R"(<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"
       xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
       xsi:schemaLocation="urn:oasis:names:tc:xliff:document:1.2 xliff-core-1.2-strict.xsd">
  <file original="a.html" source-language="vi" target-language="en" datatype="html">
    <header>
      <skl>
        <external-file href="a.skl"/>
      </skl>
      <phase-group>
        <phase phase-name="p1" process-name="draft"/>
      </phase-group>
      <note>Strict</note>
      <tool tool-id="t1" tool-name="Tool"/>
    </header>
    <body>
      <group id="g1">
        <context-group name="c1">
          <context context-type="element">p</context>
        </context-group>
        <note>On the group</note>
        <trans-unit id="1" phase-name="p1">
          <source>Một <g id="1">hai</g></source>
          <target state="final">One <g id="1">two</g></target>
          <alt-trans tool-id="t1" match-quality="100">
            <source>Một hai</source>
            <target>One two</target>
          </alt-trans>
        </trans-unit>
        <trans-unit id="2">
          <source>Ba. Bốn.</source>
          <seg-source><mrk mtype="seg" mid="s1">Ba.</mrk> <mrk mtype="seg" mid="s2">Bốn.</mrk></seg-source>
          <target><mrk mtype="seg" mid="s1">Three.</mrk> <mrk mtype="seg" mid="s2">Four.</mrk></target>
        </trans-unit>
      </group>
      <bin-unit id="b" mime-type="application/pdf">
        <bin-source>
          <internal-file form="text">x</internal-file>
        </bin-source>
      </bin-unit>
    </body>
  </file>
</xliff>
)";

// As SDL Trados Studio writes it: segments inside of codes, definitions in its own namespace.
constexpr const char *sdl =
    R"(<?xml version="1.0" encoding="utf-8"?><xliff xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2" sdl:version="1.0">
<doc-info xmlns="http://sdl.com/FileTypes/SdlXliff/1.0"><rev-defs><rev-def id="r1" type="Insert"/></rev-defs></doc-info>
<file original="C:\a.docx" datatype="x-sdlfilterframework2" source-language="vi-VN" target-language="en-GB"><header><reference><internal-file form="base64">AAAA</internal-file></reference><file-info xmlns="http://sdl.com/FileTypes/SdlXliff/1.0"><value key="k">v</value></file-info><sdl:filetype-info><sdl:filetype-id>Word</sdl:filetype-id></sdl:filetype-info><tag-defs xmlns="http://sdl.com/FileTypes/SdlXliff/1.0"><tag id="1"><bpt name="b">&lt;b></bpt></tag></tag-defs></header><body>
<trans-unit id="lockTU_1" translate="no" sdl:locktype="Manual"><source>x</source></trans-unit>
<trans-unit id="lockTU_2" translate="no"><source><g id="7">x</g> <g id="7">y</g><x id="8" xid="lockTU_1 0b8c"/></source></trans-unit>
<group><sdl:cxts><sdl:cxt id="1"/></sdl:cxts><trans-unit id="0b8c"><source><g id="1">Một.<x id="2"/> Hai.</g></source><seg-source><g id="1"><mrk mtype="seg" mid="1">Một.<x id="2"/></mrk> <mrk mtype="seg" mid="2">Hai.</mrk></g></seg-source><target><g id="1"><mrk mtype="seg" mid="1"><mrk mtype="x-sdl-added" sdl:revid="r1">One.</mrk><x id="2"/></mrk> <mrk mtype="seg" mid="2">Two.</mrk></g></target><sdl:seg-defs><sdl:seg id="1" conf="Translated"/><sdl:seg id="2" conf="Draft"/></sdl:seg-defs></trans-unit></group>
</body></file></xliff>
)";

// As memoQ writes it.
constexpr const char *memoq = R"(<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:mq="MQXliff" version="1.2">
<file original="a.docx" source-language="vi" target-language="en-gb" datatype="x-docx" mq:exportpath="..\a.docx">
<header><skl><external-file href="mq:skeleton"/></skl></header>
<body>
<trans-unit id="1" mq:status="ManuallyConfirmed" mq:lastchangedtimestamp="2025-03-01T09:30:00Z" xml:space="preserve" help-id="c0ffee">
<source xml:space="preserve">Một <bpt id="1" ctype="bold">{}</bpt>hai<ept id="1">{}</ept><ph id="2">&lt;mq:ch val="x"/></ph></source>
<target xml:space="preserve" mq:segpart="1">One <bpt id="1" ctype="bold">{}</bpt>two<ept id="1">{}</ept><ph id="2">&lt;mq:ch val="x"/></ph></target>
<mq:minorversions><mq:historical-unit><mq:target>Old</mq:target></mq:historical-unit></mq:minorversions>
</trans-unit>
</body></file></xliff>
)";

// As Phrase (Memsource), MateCat and WorldServer write it.
constexpr const char *others = R"(<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:m="http://www.memsource.com/mxlf/2.0" xmlns:okp="okapi-framework:xliff-extensions" xmlns:mtc="https://www.matecat.com" xmlns:iws="http://www.idiominc.com/ws/asset" version="1.2" m:level="1">
<file original="a.txt" source-language="vi" target-language="en" datatype="x-undefined" m:file-format="txt" okp:inputEncoding="UTF-8" tool-id="mc">
<header><tool tool-id="mc" tool-name="MateCat" tool-version="1"/></header>
<body>
<group id="0" m:para-id="0"><context-group><context context-type="x-key">k</context></context-group>
<trans-unit id="a:0" m:score="0.0" m:confirmed="1" m:locked="false" xml:space="preserve"><source>{1&gt;Một&lt;1} hai</source><target>{1&gt;One&lt;1} two</target><alt-trans origin="machine-trans"><target>One two</target></alt-trans><m:tunit-metadata/></trans-unit></group>
<trans-unit id="b"><source>Ba</source><seg-source><mrk mid="0" mtype="seg">Ba</mrk></seg-source><target><mrk mid="0" mtype="seg">Three</mrk></target><note>n</note><alt-trans match-quality="MT" mid="0"><source>Ba</source><target>Three</target></alt-trans></trans-unit>
<trans-unit id="c" iws:score="98"><source>Bốn <x id="LINE_BREAK" ctype="lb"/>năm<x id="LINE_BREAK" ctype="lb"/></source><target>Four</target><iws:segment-metadata><iws:status translation_status="finished"/></iws:segment-metadata></trans-unit>
</body></file></xliff>
)";

} // namespace

QList<Xliff12Sample> xliff12Samples()
{
    return {{"transitional", transitional, false},
            {"strict", strict, true},
            {"sdl", sdl, false},
            {"memoq", memoq, false},
            {"others", others, false}};
}

} // namespace verbale::testing
