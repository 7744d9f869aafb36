#include "formats/xliff12/xliff12.h"
#include "stray_change.h"
#include "xliff12_samples.h"

#include <QtCore/QStringConverter>
#include <QtTest/QtTest>

#include <random>

using namespace verbale;
using namespace verbale::testing;

namespace {

/// Writes XLIFF 1.2 files in every style that is well-formed, by the standard and by its tools.
class Generator
{
public:
    explicit Generator(unsigned seed) : m_random(seed) {}
    QByteArray file();

private:
    int below(int limit) { return static_cast<int>(m_random() % static_cast<unsigned>(limit)); }
    QString one(const QStringList &of) { return of[below(static_cast<int>(of.size()))]; }
    QString maybe(const QString &text) { return below(2) == 0 ? text : QString(); }
    QString quoted(const QString &value) { return m_quote + value + m_quote; }
    QString attribute(const QString &name, const QString &value)
    {
        return one({QStringLiteral(" "), QStringLiteral("  "), m_line}) + name +
               one({QStringLiteral("="), QStringLiteral(" = ")}) + quoted(value);
    }
    QString tag(const QString &name, const QString &attributes = {})
    {
        return u'<' + m_prefix + name + attributes + maybe(QStringLiteral(" ")) + u'>';
    }
    QString end(const QString &name) { return QLatin1String("</") + m_prefix + name + u'>'; }
    QString element(const QString &name, const QString &attributes, const QString &content)
    {
        if (content.isEmpty() && below(2) == 0)
            return u'<' + m_prefix + name + attributes + QLatin1String("/>");
        return tag(name, attributes) + content + end(name);
    }
    QString text();
    QString code(int depth);
    QString content(int depth);
    QString segmented(bool isTarget);
    QString target(const QString &content);
    QString unit();
    QString body(int depth);

    std::mt19937 m_random;
    QString m_prefix;
    QString m_quote;
    QString m_line;
    int m_flavour = 0; ///< 0: none, then SDL, memoQ, Memsource, WorldServer
    int m_units = 0;
    int m_codes = 0;
    int m_mid = 0;
};

QString Generator::text()
{
    return one({QStringLiteral("Việt Nam"), QStringLiteral(" "), QStringLiteral("&amp;&lt;"),
                QStringLiteral("<![CDATA[a<b>&]]>"), QStringLiteral("&#x1EC7;&#10;"),
                QStringLiteral("<!-- note -->"), QStringLiteral("<?pi here?>"), m_line,
                QStringLiteral("\U0001F30F"), QStringLiteral("]]"), QString(inlineCodeMark),
                QStringLiteral("hội nghị"), QStringLiteral("\"quoted'")});
}

QString Generator::code(int depth)
{
    const QString id = attribute(QStringLiteral("id"), QString::number(++m_codes));
    switch (below(depth > 3 ? 5 : 9)) {
    case 0:
        return u'<' + m_prefix + QLatin1String("x") + id +
               maybe(attribute(QStringLiteral("ctype"), QStringLiteral("lb"))) + QLatin1String("/>");
    case 1:
        return element(QStringLiteral("ph"), id, maybe(QStringLiteral("&lt;br/&gt;")));
    case 2: {
        const QString rid = attribute(QStringLiteral("rid"), QString::number(m_codes));
        return element(QStringLiteral("bpt"), id + rid, QStringLiteral("{")) + text() +
               element(QStringLiteral("ept"),
                       attribute(QStringLiteral("id"), QString::number(++m_codes)) + rid,
                       QStringLiteral("}"));
    }
    case 3:
        return element(
            QStringLiteral("it"),
            id + attribute(QStringLiteral("pos"), one({QStringLiteral("open"), QStringLiteral("close")})),
            text());
    case 4:
        return element(QStringLiteral("bx"), id, {}) + element(QStringLiteral("ex"), id, {});
    case 5:
        return element(QStringLiteral("ph"), id,
                       QStringLiteral("a") + element(QStringLiteral("sub"), {}, content(depth + 1)));
    case 6:
        return element(
            QStringLiteral("mrk"),
            attribute(QStringLiteral("mtype"),
                      one({QStringLiteral("term"), QStringLiteral("protected"), QStringLiteral("x-own")})),
            content(depth + 1));
    default:
        return element(QStringLiteral("g"), id, content(depth + 1));
    }
}

QString Generator::content(int depth)
{
    QString out;
    for (int i = below(4); i > 0; --i)
        out += below(3) == 0 ? code(depth) : text();
    return out;
}

/// The same number of marks in source and target, but for those that the target lacks.
QString Generator::segmented(bool isTarget)
{
    QString out;
    for (int i = 0; i < m_mid; ++i) {
        const QString mark = element(QStringLiteral("mrk"),
                                     attribute(QStringLiteral("mid"), QString::number(i)) +
                                         attribute(QStringLiteral("mtype"), QStringLiteral("seg")),
                                     content(1));
        if (!isTarget || below(4) > 0)
            out += mark + maybe(QStringLiteral(" "));
    }
    return below(3) == 0
               ? element(QStringLiteral("g"), attribute(QStringLiteral("id"), QStringLiteral("outer")), out)
               : out;
}

QString Generator::target(const QString &inner)
{
    return element(
        QStringLiteral("target"),
        maybe(attribute(QStringLiteral("state"),
                        one({QStringLiteral("new"), QStringLiteral("translated"), QStringLiteral("final"),
                             QStringLiteral("needs-review-l10n"), QStringLiteral("x-mine")}))) +
            maybe(attribute(QStringLiteral("state-qualifier"), QStringLiteral("fuzzy-match"))) +
            maybe(attribute(QStringLiteral("xml:lang"), QStringLiteral("en"))),
        inner);
}

QString Generator::unit()
{
    QString attributes =
        attribute(QStringLiteral("id"), QStringLiteral("u%1").arg(++m_units)) +
        maybe(attribute(QStringLiteral("approved"), one({QStringLiteral("yes"), QStringLiteral("no")})));
    if (m_flavour == 2)
        attributes += attribute(
            QStringLiteral("mq:status"),
            one({QStringLiteral("NotStarted"), QStringLiteral("ManuallyConfirmed"), QStringLiteral("Odd")}));
    if (m_flavour == 3)
        attributes += attribute(QStringLiteral("m:confirmed"),
                                one({QStringLiteral("0"), QStringLiteral("1"), QStringLiteral("2")}));
    const QString space = one({QString(), m_line, m_line + QStringLiteral("  "), QStringLiteral("\t")});
    m_mid = m_flavour == 0 ? below(3) : m_flavour == 1 ? 1 + below(3) : 0;
    QString out = space + element(QStringLiteral("source"), {}, content(0));
    if (m_mid > 0)
        out += space + element(QStringLiteral("seg-source"), {}, segmented(false));
    if (below(4) > 0)
        out += space + target(m_mid > 0 ? segmented(true) : content(0));
    if (below(3) == 0)
        out += space + element(QStringLiteral("note"),
                               maybe(attribute(QStringLiteral("priority"), QStringLiteral("3"))),
                               QStringLiteral("xem lại"));
    if (below(3) == 0)
        out += space + element(QStringLiteral("alt-trans"),
                               maybe(attribute(QStringLiteral("match-quality"), QStringLiteral("80"))),
                               element(QStringLiteral("target"), {}, content(1)));
    if (m_flavour == 1) {
        QString segments;
        for (int i = 0; i < m_mid; ++i)
            segments += QLatin1String("<sdl:seg") + attribute(QStringLiteral("id"), QString::number(i)) +
                        maybe(attribute(QStringLiteral("conf"),
                                        one({QStringLiteral("Draft"), QStringLiteral("Translated"),
                                             QStringLiteral("RejectedTranslation")}))) +
                        QLatin1String("/>");
        out += space + QLatin1String("<sdl:seg-defs>") + segments + QLatin1String("</sdl:seg-defs>");
    }
    if (m_flavour == 4)
        out += space + QLatin1String("<iws:segment-metadata><iws:status") +
               attribute(QStringLiteral("translation_status"),
                         one({QStringLiteral("pending"), QStringLiteral("finished")})) +
               maybe(attribute(QStringLiteral("target_content"), QStringLiteral("placeholder"))) +
               QLatin1String("/></iws:segment-metadata>");
    return tag(QStringLiteral("trans-unit"), attributes) + out + space + end(QStringLiteral("trans-unit"));
}

QString Generator::body(int depth)
{
    QString out;
    for (int i = 1 + below(3); i > 0; --i) {
        out += m_line + maybe(QStringLiteral("<!-- between -->"));
        if (depth < 3 && below(4) == 0)
            out +=
                element(QStringLiteral("group"),
                        maybe(attribute(QStringLiteral("translate"), QStringLiteral("no"))), body(depth + 1));
        else
            out += unit();
    }
    return out;
}

QByteArray Generator::file()
{
    m_prefix = one({QString(), QString(), QStringLiteral("xlf:")});
    m_quote = one({QStringLiteral("\""), QStringLiteral("'")});
    m_line = one({QStringLiteral("\n"), QStringLiteral("\r\n"), QStringLiteral("\r")});
    m_flavour = below(5);
    m_units = 0;
    m_codes = 0;
    const int encoding = below(5);
    const QString name = encoding < 2   ? QStringLiteral("UTF-8")
                         : encoding < 4 ? QStringLiteral("UTF-16")
                                        : QStringLiteral("ISO-8859-1");
    const QString core = QStringLiteral("urn:oasis:names:tc:xliff:document:1.2");
    QString out =
        QLatin1String("<?xml version=") + quoted(QStringLiteral("1.0")) + QLatin1String(" encoding=") +
        quoted(name) + QLatin1String("?>") + maybe(m_line) +
        maybe(QStringLiteral("<!DOCTYPE ") + m_prefix + QStringLiteral("xliff [<!ENTITY a \"b\">]>"));
    out += tag(QStringLiteral("xliff"),
               QLatin1String(" xmlns") + (m_prefix.isEmpty() ? QString() : QStringLiteral(":xlf")) + u'=' +
                   quoted(core) + QLatin1String(" xmlns:sdl=") +
                   quoted(QStringLiteral("http://sdl.com/FileTypes/SdlXliff/1.0")) +
                   QLatin1String(" xmlns:mq=") + quoted(QStringLiteral("MQXliff")) +
                   QLatin1String(" xmlns:m=") + quoted(QStringLiteral("http://www.memsource.com/mxlf/2.0")) +
                   QLatin1String(" xmlns:iws=") + quoted(QStringLiteral("http://www.idiominc.com/ws/asset")) +
                   QLatin1String(" version=") + quoted(QStringLiteral("1.2")));
    for (int i = 1 + below(2); i > 0; --i)
        out += m_line +
               tag(QStringLiteral("file"),
                   attribute(QStringLiteral("original"), QStringLiteral("a")) +
                       attribute(QStringLiteral("source-language"), QStringLiteral("vi")) +
                       maybe(attribute(QStringLiteral("target-language"), QStringLiteral("en")))) +
               tag(QStringLiteral("body")) + body(0) + end(QStringLiteral("body")) +
               end(QStringLiteral("file"));
    out += m_line + end(QStringLiteral("xliff")) + maybe(m_line);
    if (encoding == 4) { // what Latin 1 has not
        QByteArray narrow;
        for (const char32_t point : out.toUcs4())
            narrow += point <= 0xFF ? QByteArray(1, static_cast<char>(point))
                                    : "&#" + QByteArray::number(static_cast<uint>(point)) + ';';
        return narrow;
    }
    const auto wide = encoding == 2 ? QStringConverter::Utf16LE : QStringConverter::Utf16BE;
    if (encoding >= 2)
        return QStringEncoder(wide, QStringConverter::Flag::WriteBom).encode(out);
    return (encoding == 1 ? QByteArray("\xEF\xBB\xBF") : QByteArray()) + out.toUtf8();
}

Document opened(const QByteArray &bytes)
{
    const auto read = xliff12::read(bytes, QStringLiteral("random.xlf"));
    if (!read)
        qWarning("%s\n%s", qPrintable(read.error().text()), bytes.constData());
    return read ? read->document : Document();
}

} // namespace

class TestXliff12Property : public QObject
{
    Q_OBJECT

private slots:
    void uneditedAndOneTarget();
};

void TestXliff12Property::uneditedAndOneTarget()
{
    Generator generator(1200);
    std::mt19937 random(7);
    for (int i = 0; i < 600; ++i) {
        const QByteArray bytes = generator.file();
        const Document before = opened(bytes);
        QVERIFY(!before.units.isEmpty());
        QCOMPARE(*xliff12::patch(before), bytes);

        const QList<SegmentRef> refs = before.segments();
        if (refs.isEmpty())
            continue;
        const SegmentRef ref = refs[static_cast<qsizetype>(random() % static_cast<unsigned>(refs.size()))];
        Document document = before;
        Segment &segment = document.at(ref);
        segment.target = segment.source;
        segment.target.text += QStringLiteral("Đ <&> \"\n");
        segment.hasTarget = true;
        segment.state = static_cast<SegmentState>(random() % 4);
        segment.subState.clear();
        ++segment.revision;
        const auto patched = xliff12::patch(document);
        QVERIFY2(patched, bytes.constData());
        const Document after = opened(*patched);
        const QString stray = strayChange12(before, ref, *patched);
        QVERIFY2(stray.isEmpty(), (stray.toUtf8() + "\n" + bytes + "\n" + *patched).constData());
        QCOMPARE(masked(after, ref.unit), masked(before, ref.unit));
        QCOMPARE(after.segments(), before.segments());
        for (const SegmentRef &other : refs) {
            const Segment &found = after.at(other);
            QCOMPARE(found.source, before.at(other).source);
            QCOMPARE(found.target.text, document.at(other).target.text);
            QCOMPARE(found.target.codes.size(), document.at(other).target.codes.size());
            if (found.hasTarget)
                QCOMPARE(found.state, document.at(other).state);
        }
        QVERIFY(after.at(ref).hasTarget);
    }
}

QTEST_APPLESS_MAIN(TestXliff12Property)
#include "tst_xliff12_property.moc"
