#include "support.h"
#include "workbench/cell_text.h"
#include "workbench/code_words.h"
#include "workbench/insertion.h"
#include "workbench/interface_language.h"
#include "workbench/plugin_warnings.h"
#include "workbench/sample.h"
#include "workbench/status.h"
#include "workbench/term_card.h"
#include "workbench/window_layout.h"

#include <QtGui/QTextDocument>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

using namespace verbale;
using namespace verbale::workbench;

class TestWorkbenchParts : public QObject
{
    Q_OBJECT
private slots:
    void spacesAnInsertion_data();
    void spacesAnInsertion();
    void tellsTheStatus_data();
    void tellsTheStatus();
    void findsMissingCodes();
    void keepsATextThroughADocument_data();
    void keepsATextThroughADocument();
    void keepsCodesThroughADocument();
    void keepsALayout();
    void refusesAForeignLayout();
    void copiesTheSampleOnce();
    void keepsTheSampleFromOthers();
    void addsTheSuffixOnce_data();
    void addsTheSuffixOnce();
    void fitsTheScreen();
    void cardsTellValidity();
    void warningsAreFew();
    void warningsAreToldOnce();
};

void TestWorkbenchParts::spacesAnInsertion_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("inserted");
    QTest::newRow("alone") << ""
                           << ""
                           << "ASEAN";
    QTest::newRow("after a word") << "the"
                                  << ""
                                  << " ASEAN";
    QTest::newRow("after a space") << "the "
                                   << ""
                                   << "ASEAN";
    QTest::newRow("between words") << "the"
                                   << "Summit"
                                   << " ASEAN ";
    QTest::newRow("before a space") << "the "
                                    << " Summit"
                                    << "ASEAN";
    QTest::newRow("before a comma") << "the "
                                    << ", and"
                                    << "ASEAN";
    QTest::newRow("after a bracket") << "member ("
                                     << ")"
                                     << "ASEAN";
    QTest::newRow("after a comma") << "Laos,"
                                   << ""
                                   << " ASEAN";
    QTest::newRow("after an opening quote") << "the \""
                                            << ""
                                            << "ASEAN";
    QTest::newRow("after a closing quote") << "the \"Plan\""
                                           << ""
                                           << " ASEAN";
    QTest::newRow("after an apostrophe") << "ministers'"
                                         << ""
                                         << " ASEAN";
    QTest::newRow("after a dash") << QStringLiteral("Mekong–") << ""
                                  << "ASEAN";
    QTest::newRow("after a chip") << QString(QChar::ObjectReplacementCharacter) << ""
                                  << "ASEAN";
}

void TestWorkbenchParts::spacesAnInsertion()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QTEST(spacedInsertion(before, u"ASEAN", after), "inserted");
}

void TestWorkbenchParts::tellsTheStatus_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<SegmentState>("state");
    QTest::addColumn<QString>("subState");
    QTest::addColumn<SegmentStatus>("status");
    QTest::newRow("nothing") << "" << SegmentState::Initial << "" << SegmentStatus::Empty;
    QTest::newRow("typed") << "x" << SegmentState::Initial << "" << SegmentStatus::Draft;
    QTest::newRow("ours") << "x" << SegmentState::Initial << "verbale:pretranslated"
                          << SegmentStatus::Pretranslated;
    QTest::newRow("a machine's") << "x" << SegmentState::Initial << "verbale:machine-translated"
                                 << SegmentStatus::MachineTranslated;
    QTest::newRow("foreign substate") << "x" << SegmentState::Initial << "acme:mt" << SegmentStatus::Draft;
    QTest::newRow("rejected") << "x" << SegmentState::Translated << "sdl:RejectedTranslation"
                              << SegmentStatus::Rejected;
    QTest::newRow("sign-off rejected")
        << "x" << SegmentState::Reviewed << "sdl:RejectedSignOff" << SegmentStatus::Rejected;
    QTest::newRow("rejected at first")
        << "x" << SegmentState::Initial << "memoq:Rejected" << SegmentStatus::Rejected;
    QTest::newRow("rejected, WorldServer")
        << "x" << SegmentState::Translated << "iws:rejected" << SegmentStatus::Rejected;
    QTest::newRow("rejected and emptied")
        << "" << SegmentState::Initial << "memoq:Rejected" << SegmentStatus::Empty;
    QTest::newRow("confirmed") << "x" << SegmentState::Translated << "" << SegmentStatus::Confirmed;
    QTest::newRow("reviewed") << "x" << SegmentState::Reviewed << "" << SegmentStatus::Reviewed;
    QTest::newRow("final") << "x" << SegmentState::Final << "" << SegmentStatus::Final;
}

void TestWorkbenchParts::tellsTheStatus()
{
    QFETCH(QString, target);
    QFETCH(SegmentState, state);
    QFETCH(QString, subState);
    Segment segment;
    segment.target = plain(target);
    segment.hasTarget = !target.isEmpty();
    segment.state = state;
    segment.subState = subState;
    QTEST(statusOf(segment), "status");
    QVERIFY(!statusText(statusOf(segment)).isEmpty());
}

void TestWorkbenchParts::findsMissingCodes()
{
    Segment segment = segmentWithCodes();
    QVERIFY(missingCodes(segment).isEmpty()); // nothing is written yet
    segment.hasTarget = true;
    segment.target = plain(QStringLiteral("Ha Noi"));
    QCOMPARE(missingCodes(segment), segment.source.codes);
    segment.target.codes = {segment.source.codes[2]};
    QCOMPARE(missingCodes(segment), segment.source.codes.mid(0, 2));
    segment.target.codes = segment.source.codes;
    QVERIFY(missingCodes(segment).isEmpty());
}

void TestWorkbenchParts::keepsATextThroughADocument_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << "";
    QTest::newRow("Vietnamese") << QStringLiteral("Ủy hội sông Mekong quốc tế, Ẫm thực");
    QTest::newRow("combining marks") << QString::fromUcs4(U"Vie\u0323\u0302t Nam");
    QTest::newRow("two lines") << "one\ntwo";
    QTest::newRow("no-break space") << QStringLiteral("3\u00A0per cent");
    QTest::newRow("spaces") << "  two  spaces  ";
    QTest::newRow("beyond the BMP") << QString::fromUcs4(U"a \U0001F1FB\U0001F1F3 flag");
}

void TestWorkbenchParts::keepsATextThroughADocument()
{
    QFETCH(QString, text);
    QTextDocument document;
    setUpCellDocument(document, QApplication::font());
    fillCellDocument(document, plain(text));
    QCOMPARE(readCellDocument(document).text, text);
}

void TestWorkbenchParts::keepsCodesThroughADocument()
{
    const Segment segment = segmentWithCodes();
    QTextDocument document;
    setUpCellDocument(document, QApplication::font());
    fillCellDocument(document, segment.source, sourceChips(segment));
    QCOMPARE(readCellDocument(document), segment.source);
    // A mark that stands for no code of ours is not taken for one.
    QTextCursor cursor(&document);
    cursor.insertText(QString(inlineCodeMark), QTextCharFormat());
    QCOMPARE(readCellDocument(document), segment.source);
}

void TestWorkbenchParts::keepsALayout()
{
    WindowLayout layout;
    layout.columns = "columns";
    layout.panes = "panes";
    layout.sourceShare = 0.37;
    layout.zoom = 130;
    const WindowLayout read = layoutFrom(toBytes(layout));
    QCOMPARE(read.columns, layout.columns);
    QCOMPARE(read.panes, layout.panes);
    QCOMPARE(read.sourceShare, layout.sourceShare);
    QCOMPARE(read.zoom, layout.zoom);
}

void TestWorkbenchParts::refusesAForeignLayout()
{
    WindowLayout mad;
    mad.sourceShare = 7;
    for (const QByteArray &bytes :
         {QByteArray(), QByteArray("nonsense"), toBytes(mad), toBytes({}).chopped(3)}) {
        const WindowLayout read = layoutFrom(bytes);
        QCOMPARE(read.sourceShare, 0.5);
        QCOMPARE(read.zoom, 100);
    }
}

void TestWorkbenchParts::copiesTheSampleOnce()
{
    const QTemporaryDir home;
    qputenv("HOME", home.path().toUtf8());
    QVERIFY(QDir(home.path()).mkdir(QStringLiteral("Documents")));
    const QTemporaryDir installed;
    const QString sample = writeText(installed, QStringLiteral("thong-cao-mau.txt"));
    const Result<QString> first = writableSample(sample);
    QVERIFY(first.ok());
    QCOMPARE(first.value(), home.filePath(QStringLiteral("Documents/Verbale/thong-cao-mau.txt")));
    QFile copy(first.value());
    QVERIFY(copy.open(QIODevice::Append));
    copy.write("mine");
    copy.close();
    const Result<QString> second = writableSample(sample);
    QVERIFY(second.ok());
    QVERIFY(copy.open(QIODevice::ReadOnly));
    QVERIFY(copy.readAll().endsWith("mine"));
    QVERIFY(!writableSample(installed.filePath(QStringLiteral("missing.txt"))).ok());
}

void TestWorkbenchParts::keepsTheSampleFromOthers()
{
    const QTemporaryDir home; // without a folder for documents
    qputenv("HOME", home.path().toUtf8());
    qputenv("XDG_DATA_HOME", home.filePath(QStringLiteral("data")).toUtf8());
    const QTemporaryDir installed;
    const Result<QString> copy = writableSample(writeText(installed, QStringLiteral("thong-cao-mau.txt")));
    qunsetenv("XDG_DATA_HOME");
    QVERIFY(copy.ok());
    const QString folder = home.filePath(QStringLiteral("data/verbale/sample"));
    QCOMPARE(copy.value(), folder + QStringLiteral("/thong-cao-mau.txt"));
    const auto others = QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
    QCOMPARE(QFile::permissions(folder) & others, QFile::Permissions());
}

void TestWorkbenchParts::addsTheSuffixOnce_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("expected");
    QTest::newRow("none chosen") << ""
                                 << "";
    QTest::newRow("no suffix") << "/a/b"
                               << "/a/b.xlf";
    QTest::newRow("a text's") << "/a/b.txt"
                              << "/a/b.txt.xlf";
    QTest::newRow("xlf") << "/a/b.xlf"
                         << "/a/b.xlf";
    QTest::newRow("capitals") << "/a/b.XLF"
                              << "/a/b.XLF";
    QTest::newRow("of another tool") << "/a/b.sdlxliff"
                                     << "/a/b.sdlxliff";
    QTest::newRow("long") << "/a/b.Xliff"
                          << "/a/b.Xliff";
}

void TestWorkbenchParts::addsTheSuffixOnce()
{
    QFETCH(QString, path);
    QTEST(withXliffSuffix(path), "expected");
}

void TestWorkbenchParts::fitsTheScreen()
{
    const QSize wanted(1280, 800);
    QCOMPARE(fittingSize(wanted, {1920, 1080}), wanted);
    QCOMPARE(fittingSize(wanted, {}), wanted); // no screen is known
    const QSize small = fittingSize(wanted, {1366, 741});
    QCOMPARE(small.width(), 1280);
    QVERIFY(small.height() < 741 - 20);
}

void TestWorkbenchParts::cardsTellValidity()
{
    TermHit hit;
    QCOMPARE(TermCard::validityText(hit), QString());
    hit.validTo = QStringLiteral("2025-02-28");
    const QString day = QLocale().toString(QDate(2025, 2, 28), QLocale::LongFormat);
    QCOMPARE(TermCard::validityText(hit), QStringLiteral("until %1").arg(day));
    hit.validFrom = QStringLiteral("2007");
    QCOMPARE(TermCard::validityText(hit), QStringLiteral("from 2007 until %1").arg(day));
    hit.validTo.clear();
    QCOMPARE(TermCard::validityText(hit), QStringLiteral("from 2007"));
}

void TestWorkbenchParts::warningsAreFew()
{
    InterfaceLanguage language;
    language.apply(QStringLiteral("en"));
    MessageBar bar;
    PluginWarnings warnings(bar, {{QStringLiteral("Plugins…"), [] {}}});
    warnings.tell({QStringLiteral("One\u202E\n here."), QString(5000, u'x')});
    QCOMPARE(bar.text(), QStringLiteral("One here. ") + QString(300, u'x') + u'…');
    for (int i = 0; i < 1000; ++i)
        warnings.tell({QStringLiteral("Something new: %1.").arg(i)});
    QCOMPARE(bar.text().section(u'…', 1), QStringLiteral(" 198 more messages of plugins."));
    QCOMPARE(bar.choices(), QStringList{QStringLiteral("Plugins…")});
    warnings.tellAgain(QStringLiteral("Nothing comes."));
    QVERIFY2(bar.text().startsWith(QStringLiteral("Nothing comes. One here. ")), qPrintable(bar.text()));
    // No more than so many of one run of the plugins.
    bar.hide();
    warnings.tell({QStringLiteral("Still new.")});
    QVERIFY(bar.isHidden());
    warnings.begin();
    warnings.tell({QStringLiteral("Still new.")});
    QCOMPARE(bar.text(), QStringLiteral("Still new."));
}

void TestWorkbenchParts::warningsAreToldOnce()
{
    MessageBar bar;
    PluginWarnings warnings(bar, {});
    warnings.tell({QStringLiteral("A."), QStringLiteral("B."), QStringLiteral("A.")});
    warnings.tell({QStringLiteral("B.")});
    QCOMPARE(bar.text(), QStringLiteral("A. B."));
    bar.hide();
    warnings.tell({QStringLiteral("A.")});
    QVERIFY(bar.isHidden()); // what was closed does not come again
    warnings.tell({QStringLiteral("C.")});
    QCOMPARE(bar.text(), QStringLiteral("C."));
    warnings.tellAgain(QStringLiteral("C."));
    QCOMPARE(bar.text(), QStringLiteral("C."));
    warnings.tell({QStringLiteral("D."), QStringLiteral("E.")});
    warnings.tellAgain(QStringLiteral("E."));
    QCOMPARE(bar.text().section(u' ', 0, 1), QStringLiteral("E. C.")); // where it is seen
    bar.hide();
    warnings.tellAgain(QStringLiteral("C."));
    QCOMPARE(bar.text(), QStringLiteral("C."));
}

QTEST_MAIN(TestWorkbenchParts)
#include "tst_workbench_parts.moc"
