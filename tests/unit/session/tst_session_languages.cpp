#include "session/assist.h"
#include "session/languages.h"
#include "session/open.h"

#include <QtTest>

using namespace verbale;
using namespace Qt::StringLiterals;

class tst_SessionLanguages : public QObject
{
    Q_OBJECT

private slots:
    void englishBlockStaysInItsPlace();
    void survivesXliff();
    void anotherLanguageIsNoted();
    void aWholeTextInEnglishIsSaidToBe();
    void aDraftOfItMayBeReplaced();
    void foreignNotesAreNotMistaken();
};

namespace {

const QString vietnamese = u"Chiều 3/4, tại Thành phố Sao Mai, Hội nghị Liên minh Biển Xanh đã khai mạc với "
                           u"sự tham dự của đại diện mười "
                           "nước thành viên."_s;
const QString english = u"The meeting was held by video conference. The participants agreed to strengthen "
                        u"cooperation in the field of "
                        "fisheries and to meet again in the coming year."_s;
const QString french = u"La réunion s'est tenue par visioconférence avec la participation des hauts "
                       u"fonctionnaires des dix pays membres "
                       "de l'association."_s;

session::OpenedDocument opened(const QStringList &paragraphs)
{
    Result<session::OpenedDocument> result =
        session::openBytes(paragraphs.join(u"\n\n"_s).toUtf8(), u"a.txt"_s, {});
    return result ? *result : session::OpenedDocument();
}

QStringList languagesOf(const Document &document)
{
    QStringList result;
    for (const Unit &unit : document.units)
        result.append(unit.language);
    return result;
}

} // namespace

void tst_SessionLanguages::englishBlockStaysInItsPlace()
{
    const session::OpenedDocument document = opened({vietnamese, english, vietnamese});
    QCOMPARE(languagesOf(document.document), (QStringList{QString(), u"en"_s, QString()}));
    QVERIFY(document.warnings.isEmpty());
    QCOMPARE(session::unitsInTargetLanguage(document.document), 1);
    const Unit &unit = document.document.units[1];
    QCOMPARE(unit.segments.size(), 2);
    for (const Segment &segment : unit.segments) {
        QVERIFY(segment.hasTarget);
        QCOMPARE(segment.target.text, segment.source.text);
        QCOMPARE(segment.state, SegmentState::Translated);
        QCOMPARE(segment.subState, session::alreadyTranslated);
    }
    QCOMPARE(unit.notes.size(), 1);
    QCOMPARE(unit.notes.first().category, u"verbale:language"_s);
    QVERIFY(unit.notes.first().text.startsWith(u"en: English already"));
    for (const int other : {0, 2}) {
        QVERIFY(document.document.units[other].notes.isEmpty());
        for (const Segment &segment : document.document.units[other].segments)
            QVERIFY(!segment.hasTarget);
    }
}

void tst_SessionLanguages::survivesXliff()
{
    const session::OpenedDocument document = opened({vietnamese, english});
    const Result<QByteArray> bytes = session::documentBytes(document.document);
    QVERIFY(bytes.ok());
    const auto again = session::openBytes(*bytes, u"a.xlf"_s, {});
    QVERIFY(again.ok());
    QCOMPARE(languagesOf(again->document), (QStringList{QString(), u"en"_s}));
    const Segment &segment = again->document.units[1].segments.first();
    QCOMPARE(segment.target.text, segment.source.text);
    QCOMPARE(segment.subState, session::alreadyTranslated);
    QCOMPARE(segment.state, SegmentState::Translated);
}

void tst_SessionLanguages::anotherLanguageIsNoted()
{
    const session::OpenedDocument document = opened({vietnamese, french, vietnamese});
    QCOMPARE(languagesOf(document.document), (QStringList{QString(), u"fr"_s, QString()}));
    const Unit &unit = document.document.units[1];
    QVERIFY(!unit.segments.first().hasTarget);
    QVERIFY(unit.notes.first().text.startsWith(u"fr: French"));
    QCOMPARE(session::unitsInTargetLanguage(document.document), 0);
}

void tst_SessionLanguages::aWholeTextInEnglishIsSaidToBe()
{
    const session::OpenedDocument document = opened({english, english, english});
    QCOMPARE(document.warnings.size(), 1);
    QVERIFY(document.warnings.first().contains(u"seems to be English, not Vietnamese"));
    for (const Unit &unit : document.document.units) {
        QVERIFY(unit.language.isEmpty());
        QVERIFY(!unit.segments.first().hasTarget);
    }
}

void tst_SessionLanguages::aDraftOfItMayBeReplaced()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.xlf"_s);
    session::OpenedDocument document = opened({vietnamese, english});
    QVERIFY(session::saveDocument(document.document, path).ok());
    QVERIFY(!session::holdsTranslations(path));
    document.document.units[1].segments[0].target.text = u"The meeting took place on line."_s;
    QVERIFY(session::saveDocument(document.document, path).ok());
    QVERIFY(session::holdsTranslations(path));
}

void tst_SessionLanguages::foreignNotesAreNotMistaken()
{
    Document document;
    document.units.resize(3);
    document.units[0].notes = {{u"n1"_s, u"language"_s, u"en"_s, {}, {}, {}, 0}};
    document.units[1].notes = {{u"n1"_s, u"verbale:language"_s, u"unknown to us"_s, {}, {}, {}, 0}};
    document.units[2].notes = {{u"n1"_s, u"verbale:language"_s, u"zh-Hant"_s, {}, {}, {}, 0}};
    session::readLanguages(document);
    QCOMPARE(languagesOf(document), (QStringList{QString(), QString(), u"zh-Hant"_s}));
}

QTEST_GUILESS_MAIN(tst_SessionLanguages)
#include "tst_session_languages.moc"
