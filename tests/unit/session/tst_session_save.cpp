#include "session/journals.h"
#include "session/open.h"
#include "session/save.h"

#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

using namespace verbale;
using namespace Qt::StringLiterals;

namespace {

Document smallDocument()
{
    Document document;
    document.originalName = u"a.txt"_s;
    document.sourceLanguage = u"vi"_s;
    document.targetLanguage = u"en"_s;
    Unit unit;
    unit.id = u"u1"_s;
    unit.type = u"body"_s;
    Segment segment;
    segment.id = u"s1"_s;
    segment.source.text = u"Bộ Ngoại giao."_s;
    unit.segments.append(segment);
    document.units.append(unit);
    return document;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class tst_SessionSave : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void keepsControlCharacters();
    void holdsTranslations();
    void holdsTranslations_data();
    void unreadableCountsAsHolding();
    void textBecomesXliffAndComesBack();
    void anOpenedXliffIsPatched();
    void failedSaveLeavesTheOldFile();
    void saysWhatWasWritten();
    void replacesWhatIsExpected();
    void findsTheWorkingFile();
    void leavesAnotherTextsWorkingFile();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_SessionSave::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void tst_SessionSave::keepsControlCharacters()
{
    const auto opened = session::openBytes(QByteArray("Ha\x0b Noi\n"), u"a.txt"_s, {});
    QVERIFY(opened.ok());
    const auto bytes = session::documentBytes(opened->document);
    QVERIFY(bytes.ok());
    QVERIFY2(bytes->contains("<source>Ha<cp hex=\"000B\"/> Noi</source>"), bytes->constData());
}

void tst_SessionSave::holdsTranslations_data()
{
    QTest::addColumn<bool>("hasTarget");
    QTest::addColumn<QString>("target");
    QTest::addColumn<SegmentState>("state");
    QTest::addColumn<QString>("subState");
    QTest::addColumn<bool>("holds");
    QTest::newRow("no target") << false << QString() << SegmentState::Initial << QString() << false;
    QTest::newRow("empty target") << true << QString() << SegmentState::Initial << QString() << false;
    QTest::newRow("pre-translated") << true << u"MOFA"_s << SegmentState::Initial
                                    << u"verbale:pretranslated"_s << false;
    QTest::newRow("pre-translated, then changed by a tool that keeps the subState")
        << true << u"The MOFA"_s << SegmentState::Initial << u"verbale:pretranslated"_s << true;
    QTest::newRow("typed") << true << u"The MOFA"_s << SegmentState::Initial << QString() << true;
    QTest::newRow("confirmed") << true << u"The MOFA"_s << SegmentState::Translated << QString() << true;
    QTest::newRow("pre-translated and confirmed")
        << true << u"MOFA"_s << SegmentState::Final << u"verbale:pretranslated"_s << true;
}

void tst_SessionSave::holdsTranslations()
{
    QFETCH(bool, hasTarget);
    QFETCH(QString, target);
    QFETCH(SegmentState, state);
    QFETCH(QString, subState);
    QFETCH(bool, holds);
    Document document = smallDocument();
    Segment &segment = document.at({0, 0});
    segment.hasTarget = hasTarget;
    segment.target.text = target;
    segment.state = state;
    segment.subState = subState;
    Suggestion draft;
    draft.text = u"MOFA"_s;
    draft.complete = true;
    draft.coverage = 1;
    draft.origin = u"Glossary draft"_s;
    segment.suggestions = {draft};
    const QString path = m_folder->filePath(u"a.xlf"_s);
    QVERIFY(session::saveDocument(document, path).ok());
    QCOMPARE(session::holdsTranslations(path), holds);
}

void tst_SessionSave::unreadableCountsAsHolding()
{
    QVERIFY(!session::holdsTranslations(m_folder->filePath(u"missing.xlf"_s)));
    QVERIFY(session::holdsTranslations(m_folder->path()));
    QFile file(m_folder->filePath(u"notes.xlf"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    QVERIFY(!session::holdsTranslations(file.fileName())); // an empty file holds nothing
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("my notes");
    file.close();
    QVERIFY(session::holdsTranslations(file.fileName()));
}

void tst_SessionSave::textBecomesXliffAndComesBack()
{
    session::OpenOptions options;
    options.wholeFile = true;
    const auto opened = session::openBytes(u"Câu một.  Câu\u00A0hai.\nĐoạn \U0001F1FB hai & <ba>."_s.toUtf8(),
                                           m_folder->filePath(u"a.txt"_s), options);
    QVERIFY(opened.ok());
    QVERIFY(session::saveDocument(opened->document, opened->workingFile).ok());
    const auto again = session::openDocument(opened->workingFile);
    QVERIFY2(again.ok(), qPrintable(again ? QString() : again.error().text()));
    QCOMPARE(again->document.originalName, u"a.txt"_s);
    QCOMPARE(again->document.segments(), opened->document.segments());
    for (const SegmentRef &ref : again->document.segments()) {
        QCOMPARE(again->document.at(ref).source, opened->document.at(ref).source);
        QCOMPARE(again->document.at(ref).gapAfter, opened->document.at(ref).gapAfter);
        QCOMPARE(again->document.segmentKey(ref), opened->document.segmentKey(ref));
    }
}

void tst_SessionSave::anOpenedXliffIsPatched()
{
    const QString path = m_folder->filePath(u"a.xlf"_s);
    QVERIFY(session::saveDocument(smallDocument(), path).ok());
    const QByteArray before = contentOf(path);
    auto opened = session::openDocument(path);
    QVERIFY(opened.ok());
    QVERIFY(session::saveDocument(opened->document, path).ok());
    QCOMPARE(contentOf(path), before);

    Segment &segment = opened->document.at({0, 0});
    segment.target.text = u"The Ministry"_s;
    segment.hasTarget = true;
    QVERIFY(session::saveDocument(opened->document, path).ok());
    QVERIFY(contentOf(path).contains("The Ministry"));
    QVERIFY(session::holdsTranslations(path));
}

void tst_SessionSave::failedSaveLeavesTheOldFile()
{
    const QString path = m_folder->filePath(u"missing/a.xlf"_s);
    const auto saved = session::saveDocument(smallDocument(), path);
    QVERIFY(!saved.ok());
    QVERIFY2(saved.error().text().contains(path), qPrintable(saved.error().text()));
    QVERIFY(!session::saveDocument(smallDocument(), m_folder->path()).ok());
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void tst_SessionSave::saysWhatWasWritten()
{
    const QString path = m_folder->filePath(u"a.xlf"_s);
    for (int time = 0; time < 2; ++time) {
        const auto written = session::saveWorkingFile(smallDocument(), path, std::nullopt);
        QVERIFY(written.ok());
        QVERIFY(*written == session::identityOf(path));
        QVERIFY(session::FileStamp::of(*written) == session::FileStamp::of(path));
    }
    QVERIFY(session::FileStamp::of(FileIdentity()) == session::FileStamp::of(path + u"-none"_s));
    QVERIFY(!session::saveWorkingFile(smallDocument(), m_folder->filePath(u"none/a.xlf"_s), {}).ok());
}

void tst_SessionSave::replacesWhatIsExpected()
{
    const QString path = m_folder->filePath(u"a.xlf"_s);
    const auto first = session::saveWorkingFile(smallDocument(), path, session::FileStamp());
    QVERIFY(first.ok());
    Document document = smallDocument();
    document.at({0, 0}).target.text = u"The Ministry"_s;
    document.at({0, 0}).hasTarget = true;
    const QByteArray before = contentOf(path);
    session::FileStamp other = session::FileStamp::of(*first);
    other.modified -= 1;
    for (const session::FileStamp &expected : {session::FileStamp(), other}) {
        const auto refused = session::saveWorkingFile(document, path, expected);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, u"file.changed-on-disk"_s);
        QCOMPARE(contentOf(path), before);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"a.xlf"_s});
    }
    QVERIFY(session::saveWorkingFile(document, path, session::FileStamp::of(*first)).ok());
    QVERIFY(contentOf(path).contains("The Ministry"));
    QVERIFY(QFile::remove(path));
    QVERIFY(session::saveWorkingFile(document, path, other).ok()); // gone is not changed
}

void tst_SessionSave::findsTheWorkingFile()
{
    const QString text = m_folder->filePath(u"a.txt"_s);
    QVERIFY(!session::existingWorkingFile(text));
    QVERIFY(!session::existingWorkingFile(u"-"_s));
    QVERIFY(session::saveDocument(smallDocument(), m_folder->filePath(u"a.xlf"_s)).ok());
    QCOMPARE(session::existingWorkingFile(text), std::optional(m_folder->filePath(u"a.xlf"_s)));
    for (const QString &xliff : {u"a.xliff"_s, u"a.XLIFF"_s, u"a.xlf"_s, u"a.Xlf"_s})
        QVERIFY2(!session::existingWorkingFile(m_folder->filePath(xliff)), qPrintable(xliff));
    const QString named = m_folder->filePath(u"a.bak"_s); // XLIFF under another name
    QVERIFY(session::saveDocument(smallDocument(), named).ok());
    QVERIFY(!session::existingWorkingFile(named));
}

void tst_SessionSave::leavesAnotherTextsWorkingFile()
{
    QVERIFY(session::saveDocument(smallDocument(), m_folder->filePath(u"a.xlf"_s)).ok());
    const QString markdown = m_folder->filePath(u"a.md"_s);
    QFile file(markdown);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Hai bên nhất trí tăng cường hợp tác.\n");
    file.close();
    QVERIFY(!session::existingWorkingFile(markdown));
    auto opened = session::openDocument(markdown);
    QVERIFY(opened.ok());
    const QString own = m_folder->filePath(u"a.md.xlf"_s);
    QCOMPARE(opened->workingFile, own);
    QVERIFY(session::saveDocument(opened->document, own).ok());
    QCOMPARE(session::existingWorkingFile(markdown), std::optional(own));
}

QTEST_GUILESS_MAIN(tst_SessionSave)
#include "tst_session_save.moc"
