#include "session/markup_text.h"

#include <QtTest/QtTest>

using namespace verbale;
using namespace verbale::session;
using namespace Qt::StringLiterals;

namespace {

InlineCode code(const QString &markup, const QString &id = {})
{
    InlineCode made;
    made.markup = markup;
    made.id = id;
    return made;
}

InlineText made(const QString &text, const QList<InlineCode> &codes)
{
    InlineText result;
    result.text = text;
    result.codes = codes;
    return result;
}

} // namespace

/// Codes as their markup, and back.
class tst_SessionMarkupText : public QObject
{
    Q_OBJECT
private slots:
    void comesBack();
    void theLongestMarkupIsMeant();
    void equalMarkupIsSharedOut();
    void tagsCloseWhatWasOpenedLast();
    void everythingElseIsText();
    void theCharacterOfCodesIsNoCode();
};

void tst_SessionMarkupText::comesBack()
{
    Segment segment;
    segment.source = made(u"Một \uFFFChai\uFFFC \uFFFC"_s,
                          {code(u"<pc id='1'>"_s, u"1"_s), code(u"</pc>"_s, u"1"_s), code(u"\uFFFC"_s)});
    const QString text = u"Một <pc id='1'>hai</pc> \uFFFC"_s;
    QCOMPARE(withMarkup(segment.source), text);
    QCOMPARE(fromMarkup(text, segment), segment.source);
}

void tst_SessionMarkupText::theLongestMarkupIsMeant()
{
    Segment segment;
    segment.source = made(u"\uFFFC\uFFFC"_s, {code(u"{1}"_s), code(u"{1}{2}"_s)});
    const InlineText read = fromMarkup(u"{1}{2}{1}", segment);
    QCOMPARE(read.text, u"\uFFFC\uFFFC"_s);
    QCOMPARE(read.codes.at(0).markup, u"{1}{2}"_s);
    QCOMPARE(read.codes.at(1).markup, u"{1}"_s);
}

void tst_SessionMarkupText::equalMarkupIsSharedOut()
{
    Segment segment;
    segment.hasTarget = true;
    segment.target = made(u"\uFFFC"_s, {code(u"</g>"_s, u"2"_s)});
    segment.source = made(u"\uFFFC\uFFFC"_s, {code(u"</g>"_s, u"1"_s), code(u"<x/>"_s, u"3"_s)});
    const InlineText read = fromMarkup(u"</g></g><x/>", segment);
    QCOMPARE(read.codes.at(0).id, u"2"_s); // the target's own first
    QCOMPARE(read.codes.at(1).id, u"1"_s);
    QCOMPARE(read.codes.at(2).id, u"3"_s);
}

void tst_SessionMarkupText::tagsCloseWhatWasOpenedLast()
{
    const auto tag = [](InlineCode::Kind kind, const QString &id) {
        InlineCode made =
            code(kind == InlineCode::Kind::Opening ? u"<pc id=\"%1\">"_s.arg(id) : u"</pc>"_s, id);
        made.kind = kind;
        return made;
    };
    using Kind = InlineCode::Kind;
    Segment segment;
    segment.hasTarget = true;
    segment.target = made(u"\uFFFC\uFFFC"_s, {tag(Kind::Opening, u"4"_s), tag(Kind::Closing, u"4"_s)});
    segment.source =
        made(u"\uFFFC\uFFFC\uFFFC\uFFFC"_s, {tag(Kind::Opening, u"4"_s), tag(Kind::Opening, u"5"_s),
                                             tag(Kind::Closing, u"5"_s), tag(Kind::Closing, u"4"_s)});
    const auto ids = [](const InlineText &text) {
        QStringList result;
        for (const InlineCode &code : text.codes)
            result.append(code.id);
        return result.join(u' ');
    };
    QCOMPARE(ids(fromMarkup(u"<pc id=\"4\">a<pc id=\"5\">b</pc></pc>", segment)), u"4 5 5 4"_s);
    QCOMPARE(ids(fromMarkup(u"<pc id=\"5\">b</pc> <pc id=\"4\">a</pc>", segment)), u"5 5 4 4"_s);
}

void tst_SessionMarkupText::everythingElseIsText()
{
    Segment segment;
    segment.source = made(u"\uFFFC\uFFFC"_s, {code(u"<ph id='1'/>"_s), code({})});
    const InlineText read = fromMarkup(u"a < b <ph id='2'/>", segment);
    QCOMPARE(read.text, u"a < b <ph id='2'/>"_s);
    QVERIFY(read.codes.isEmpty());
}

void tst_SessionMarkupText::theCharacterOfCodesIsNoCode()
{
    Segment segment;
    segment.source = made(u"\uFFFC"_s, {code(u"<ph id='1'/>"_s)});
    const InlineText read = fromMarkup(u"a\uFFFCb<ph id='1'/>", segment);
    QCOMPARE(read.text, u"a\uFFFCb\uFFFC"_s);
    QCOMPARE(read.codes.size(), 2);
    QCOMPARE(read.codes.at(0).markup, u"\uFFFC"_s);
    QCOMPARE(read.codes.at(1).markup, u"<ph id='1'/>"_s);
    QCOMPARE(withMarkup(read), u"a\uFFFCb<ph id='1'/>"_s);
}

QTEST_APPLESS_MAIN(tst_SessionMarkupText)
#include "tst_session_markup_text.moc"
