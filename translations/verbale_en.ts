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
</TS>
