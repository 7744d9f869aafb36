<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>verbale::workbench::MainWindow</name>
        <message numerus="yes">
            <source>%n line(s) outside of the article were left out.</source>
            <translation>
                <numerusform>%n line outside of the article was left out.</numerusform>
                <numerusform>%n lines outside of the article were left out.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::EditorPage</name>
        <message numerus="yes">
            <source>%n paragraph(s) were segmented again.</source>
            <translation>
                <numerusform>%n paragraph was segmented again.</numerusform>
                <numerusform>%n paragraphs were segmented again.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::LeftOutPane</name>
        <message numerus="yes">
            <source>Left out: %n line(s)</source>
            <translation>
                <numerusform>Left out: %n line</numerusform>
                <numerusform>Left out: %n lines</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::CommandMenu</name>
        <message numerus="yes">
            <source>%n segment(s) changed</source>
            <translation>
                <numerusform>%n segment changed</numerusform>
                <numerusform>%n segments changed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n segment(s) were edited meanwhile and stay as they are.</source>
            <translation>
                <numerusform>%n segment was edited meanwhile and stays as it is.</numerusform>
                <numerusform>%n segments were edited meanwhile and stay as they are.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>In %n segment(s) tags were lost or doubled and have been put right; look at them.</source>
            <translation>
                <numerusform>In %n segment tags were lost or doubled and have been put right; look at it.</numerusform>
                <numerusform>In %n segments tags were lost or doubled and have been put right; look at them.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::ConflictPanel</name>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::EntryFacts</name>
        <message numerus="yes">
            <source>used %n time(s)</source>
            <translation>
                <numerusform>used %n time</numerusform>
                <numerusform>used %n times</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n time(s) in this document</source>
            <translation>
                <numerusform>%n time in this document</numerusform>
                <numerusform>%n times in this document</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::FindingsPanel</name>
        <message numerus="yes">
            <source>%n finding(s) · F8 goes to the next one</source>
            <translation>
                <numerusform>%n finding · F8 goes to it</numerusform>
                <numerusform>%n findings · F8 goes to the next one</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::GlossaryWindow</name>
        <message numerus="yes">
            <source>Confirmed: %n entries</source>
            <translation>
                <numerusform>Confirmed: %n entry</numerusform>
                <numerusform>Confirmed: %n entries</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n entries were deleted.</source>
            <translation>
                <numerusform>%n entry was deleted.</numerusform>
                <numerusform>%n entries were deleted.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n entries were imported.</source>
            <translation>
                <numerusform>%n entry was imported.</numerusform>
                <numerusform>%n entries were imported.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Not saved yet: %n entries</source>
            <translation>
                <numerusform>Not saved yet: %n entry</numerusform>
                <numerusform>Not saved yet: %n entries</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::MergeDialog</name>
        <message numerus="yes">
            <source>&lt;b&gt;These %n entries become one&lt;/b&gt;</source>
            <translation>
                <numerusform>&lt;b&gt;This %n entry becomes one&lt;/b&gt;</numerusform>
                <numerusform>&lt;b&gt;These %n entries become one&lt;/b&gt;</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::PluginWarnings</name>
        <message numerus="yes">
            <source>%n more message(s) of plugins.</source>
            <translation>
                <numerusform>%n more message of plugins.</numerusform>
                <numerusform>%n more messages of plugins.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::QuestionWords</name>
        <message numerus="yes">
            <source>&lt;b&gt;Save %n glossary entries?&lt;/b&gt;</source>
            <translation>
                <numerusform>&lt;b&gt;Save %n glossary entry?&lt;/b&gt;</numerusform>
                <numerusform>&lt;b&gt;Save %n glossary entries?&lt;/b&gt;</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>&lt;b&gt;In %n segment(s) nobody has decided between two edits.&lt;/b&gt;</source>
            <translation>
                <numerusform>&lt;b&gt;In %n segment nobody has decided between two edits.&lt;/b&gt;</numerusform>
                <numerusform>&lt;b&gt;In %n segments nobody has decided between two edits.&lt;/b&gt;</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::UnifyDialog</name>
        <message numerus="yes">
            <source>%n segment(s) say something else. Space unticks what is to stay.</source>
            <translation>
                <numerusform>%n segment says something else. Space unticks what is to stay.</numerusform>
                <numerusform>%n segments say something else. Space unticks what is to stay.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::UsesPanel</name>
        <message numerus="yes">
            <source>%n time(s) in this document · Enter goes there</source>
            <translation>
                <numerusform>%n time in this document · Enter goes there</numerusform>
                <numerusform>%n times in this document · Enter goes there</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::HarvestPane</name>
        <message numerus="yes">
            <source>%n candidate(s) · Enter adds to your terms, Delete dismisses, Space shows the place</source>
            <translation>
                <numerusform>%n candidate · Enter adds to your terms, Delete dismisses, Space shows the place</numerusform>
                <numerusform>%n candidates · Enter adds to your terms, Delete dismisses, Space shows the place</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::TagEditing</name>
        <message numerus="yes">
            <source>%n tag(s) were put where they probably belong. Ctrl+Z takes them out again.</source>
            <translation>
                <numerusform>%n tag was put where it probably belongs. Ctrl+Z takes it out again.</numerusform>
                <numerusform>%n tags were put where they probably belong. Ctrl+Z takes them out again.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n tag(s) had been lost; they were put where they probably belong. Please check them.</source>
            <translation>
                <numerusform>%n tag had been lost; it was put where it probably belongs. Please check it.</numerusform>
                <numerusform>%n tags had been lost; they were put where they probably belong. Please check them.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n tag(s) too many were left out.</source>
            <translation>
                <numerusform>%n tag too many was left out.</numerusform>
                <numerusform>%n tags too many were left out.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n tag(s) were not pasted, because they stand in this translation already.</source>
            <translation>
                <numerusform>%n tag was not pasted, because it stands in this translation already.</numerusform>
                <numerusform>%n tags were not pasted, because they stand in this translation already.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n tag(s) were not pasted, because this segment does not have them.</source>
            <translation>
                <numerusform>%n tag was not pasted, because this segment does not have it.</numerusform>
                <numerusform>%n tags were not pasted, because this segment does not have them.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::ReviewDialog</name>
        <message numerus="yes">
            <source>&lt;b&gt;%1&lt;/b&gt;: %n change(s)</source>
            <translation>
                <numerusform>&lt;b&gt;%1&lt;/b&gt;: %n change</numerusform>
                <numerusform>&lt;b&gt;%1&lt;/b&gt;: %n changes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n segment(s) as they were</source>
            <translation>
                <numerusform>%n segment as it was</numerusform>
                <numerusform>%n segments as they were</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of the copy not found</source>
            <translation>
                <numerusform>%n of the copy not found</numerusform>
                <numerusform>%n of the copy not found</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of the document not in the copy</source>
            <translation>
                <numerusform>%n of the document not in the copy</numerusform>
                <numerusform>%n of the document not in the copy</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n to decide.</source>
            <translation>
                <numerusform>%n to decide.</numerusform>
                <numerusform>%n to decide.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::ReviewFlow</name>
        <message numerus="yes">
            <source>%1 changes nothing: its %n segment(s) are as in the document.</source>
            <translation>
                <numerusform>%1 changes nothing: its %n segment is as in the document.</numerusform>
                <numerusform>%1 changes nothing: its %n segments are as in the document.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::InvalidFileNotice</name>
        <message numerus="yes">
            <source>%1 is not valid %2: %n problem(s).</source>
            <translation>
                <numerusform>%1 is not valid %2: %n problem.</numerusform>
                <numerusform>%1 is not valid %2: %n problems.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::ChangesDialog</name>
        <message numerus="yes">
            <source>&lt;b&gt;%n segment(s) were changed here and by another program.&lt;/b&gt; Your text stands in the document; the other one can take its place.</source>
            <translation>
                <numerusform>&lt;b&gt;%n segment was changed here and by another program.&lt;/b&gt; Your text stands in the document; the other one can take its place.</numerusform>
                <numerusform>&lt;b&gt;%n segments were changed here and by another program.&lt;/b&gt; Your text stands in the document; the other one can take its place.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>&lt;b&gt;For %n edit(s) the file has no place any more.&lt;/b&gt; They are kept until you throw them away.</source>
            <translation>
                <numerusform>&lt;b&gt;For %n edit the file has no place any more.&lt;/b&gt; It is kept until you throw it away.</numerusform>
                <numerusform>&lt;b&gt;For %n edits the file has no place any more.&lt;/b&gt; They are kept until you throw them away.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::Safekeeping</name>
        <message numerus="yes">
            <source>%n edit(s) of %1 that were not saved have been restored.</source>
            <translation>
                <numerusform>%n edit of %1 that was not saved has been restored.</numerusform>
                <numerusform>%n edits of %1 that were not saved have been restored.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The file was changed meanwhile: in %n segment(s) there are two edits, and yours stand in the document.</source>
            <translation>
                <numerusform>The file was changed meanwhile: in %n segment there are two edits, and yours stands in the document.</numerusform>
                <numerusform>The file was changed meanwhile: in %n segments there are two edits, and yours stand in the document.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>For %n edit(s) the file has no place any more; they are kept.</source>
            <translation>
                <numerusform>For %n edit the file has no place any more; it is kept.</numerusform>
                <numerusform>For %n edits the file has no place any more; they are kept.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n segment(s) were taken over from it.</source>
            <translation>
                <numerusform>%n segment was taken over from it.</numerusform>
                <numerusform>%n segments were taken over from it.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>In %n segment(s) there are two edits, and yours stand in the document.</source>
            <translation>
                <numerusform>In %n segment there are two edits, and yours stands in the document.</numerusform>
                <numerusform>In %n segments there are two edits, and yours stand in the document.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::PluginNotices</name>
        <message numerus="yes">
            <source>The plugin “%1” stopped unexpectedly %n time(s) and is started again. Your text is whole.</source>
            <translation>
                <numerusform>The plugin “%1” stopped unexpectedly %n time and is started again. Your text is whole.</numerusform>
                <numerusform>The plugin “%1” stopped unexpectedly %n times and is started again. Your text is whole.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more plugin(s) have problems.</source>
            <translation>
                <numerusform>%n more plugin has problems.</numerusform>
                <numerusform>%n more plugins have problems.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::PluginOfferDialog</name>
        <message numerus="yes">
            <source>%1 in %n file(s)</source>
            <translation>
                <numerusform>%1 in %n file</numerusform>
                <numerusform>%1 in %n files</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::MachineDialog</name>
        <message numerus="yes">
            <source>%n without a translation</source>
            <translation>
                <numerusform>%n without a translation</numerusform>
                <numerusform>%n without a translation</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n known already, which cost nothing</source>
            <translation>
                <numerusform>%n known already, which costs nothing</numerusform>
                <numerusform>%n known already, which cost nothing</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n with nothing to translate</source>
            <translation>
                <numerusform>%n with nothing to translate</numerusform>
                <numerusform>%n with nothing to translate</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n that may have been charged before and are not sent again</source>
            <translation>
                <numerusform>%n that may have been charged before and is not sent again</numerusform>
                <numerusform>%n that may have been charged before and are not sent again</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 characters in %n request(s)</source>
            <translation>
                <numerusform>%1 characters in %n request</numerusform>
                <numerusform>%1 characters in %n requests</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>… and %n more request(s) like these.</source>
            <translation>
                <numerusform>… and %n more request like these.</numerusform>
                <numerusform>… and %n more requests like these.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::MachineWords</name>
        <message numerus="yes">
            <source>, %n of them known before</source>
            <translation>
                <numerusform>, %n of them known before</numerusform>
                <numerusform>, %n of them known before</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n for other reasons.</source>
            <translation>
                <numerusform>%n for other reasons.</numerusform>
                <numerusform>%n for other reasons.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n segment(s) had left without an answer yet and may be charged; an answer that still comes is used in the next run.</source>
            <translation>
                <numerusform>%n segment had left without an answer yet and may be charged; an answer that still comes is used in the next run.</numerusform>
                <numerusform>%n segments had left without an answer yet and may be charged; an answer that still comes is used in the next run.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>What became of %n segment(s) more is not known yet; the list of what left this machine will have it.</source>
            <translation>
                <numerusform>What became of %n segment more is not known yet; the list of what left this machine will have it.</numerusform>
                <numerusform>What became of %n segments more is not known yet; the list of what left this machine will have it.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n further warning(s).</source>
            <translation>
                <numerusform>%n further warning.</numerusform>
                <numerusform>%n further warnings.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>verbale::workbench::LedgerDialog</name>
        <message numerus="yes">
            <source>Shown: %n text(s), %1 characters counted</source>
            <translation>
                <numerusform>Shown: %n text, %1 characters counted</numerusform>
                <numerusform>Shown: %n texts, %1 characters counted</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of them may have been charged without an answer</source>
            <translation>
                <numerusform>%n of them may have been charged without an answer</numerusform>
                <numerusform>%n of them may have been charged without an answer</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The ledger's chain holds: %n line(s), the last one's hash is %1….</source>
            <translation>
                <numerusform>The ledger's chain holds: %n line, its hash is %1….</numerusform>
                <numerusform>The ledger's chain holds: %n lines, the last one's hash is %1….</numerusform>
            </translation>
        </message>
    </context>
</TS>
