#include "formats/conformance/xliff2_sink.h"

#include <algorithm>

namespace verbale::conformance::xliff2 {

namespace {

constexpr std::size_t mostShown = 1000;
constexpr std::size_t mostKept = 20'000; // deferred rules report late, so more are kept than are shown

struct Place
{
    qint64 line = 1;
    qint64 column = 1;
};

/// Walks once through a file and tells lines and columns of rising offsets.
class Ruler
{
public:
    Ruler(QByteArrayView bytes, xml::Encoding encoding) : m_bytes(bytes), m_encoding(encoding)
    {
        if (encoding == xml::Encoding::Utf8 && bytes.startsWith("\xEF\xBB\xBF"))
            m_at = 3;
        else if (isWide() && (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF")))
            m_at = 2;
    }

    Place placeOf(qint64 offset)
    {
        const qint64 end = std::min<qint64>(offset, m_bytes.size());
        while (m_at < end)
            isWide() ? stepWide() : stepByte();
        return m_place;
    }

private:
    [[nodiscard]] bool isWide() const
    {
        return m_encoding == xml::Encoding::Utf16LittleEndian || m_encoding == xml::Encoding::Utf16BigEndian;
    }
    void stepByte()
    {
        const auto byte = static_cast<unsigned char>(m_bytes[m_at++]);
        const bool continues = m_encoding == xml::Encoding::Utf8 && (byte & 0xC0U) == 0x80U;
        if (!continues)
            step(byte);
    }
    void stepWide()
    {
        const auto one = static_cast<unsigned char>(m_bytes[m_at]);
        const auto two = m_at + 1 < m_bytes.size() ? static_cast<unsigned char>(m_bytes[m_at + 1]) : 0U;
        m_at += 2;
        const unsigned unit =
            m_encoding == xml::Encoding::Utf16BigEndian ? (one << 8U) | two : (two << 8U) | one;
        if ((unit & 0xFC00U) != 0xDC00U) // the second half of a pair
            step(unit);
    }
    void step(unsigned character)
    {
        if (character == '\n' && m_afterReturn) {
            m_afterReturn = false;
            return;
        }
        m_afterReturn = character == '\r';
        if (character == '\n' || character == '\r')
            m_place = {m_place.line + 1, 1};
        else
            ++m_place.column;
    }

    QByteArrayView m_bytes;
    xml::Encoding m_encoding;
    qint64 m_at = 0;
    Place m_place;
    bool m_afterReturn = false;
};

} // namespace

QString sectionOf(const QString &section, bool is22)
{
    if (section.startsWith(QLatin1String("2.")) && section.size() > 4 && section[3] == u':')
        return QStringLiteral("XLIFF %1, %2").arg(section.left(3), section.mid(4));
    const bool isExtension = section.startsWith(QLatin1String("5.6")); // change tracking left 2.2
    if (!is22 || isExtension || section.isEmpty() || !section[0].isDigit())
        return QStringLiteral("XLIFF %1, %2")
            .arg(is22 && !isExtension ? QStringLiteral("2.2") : QStringLiteral("2.1"), section);
    // 2.2 has no chapter on conformance before these, and no change tracking among the modules.
    QString renumbered = section;
    renumbered[0] = QChar(static_cast<char16_t>(section[0].unicode() - 1));
    const bool isLaterModule = section[0] == u'5' && section.size() > 2 && section[2] > u'6';
    if (isLaterModule)
        renumbered[2] = QChar(static_cast<char16_t>(section[2].unicode() - 1));
    return QStringLiteral("XLIFF 2.2, %1").arg(renumbered);
}

void Sink::add(qint64 offset, Severity severity, const char *code, const QString &section,
               const QString &message)
{
    if (m_findings.size() >= mostKept) {
        ++m_dropped;
        m_droppedError = m_droppedError || severity == Severity::Error;
        return;
    }
    // What is quoted from the file may have line breaks; a finding is one line.
    QString line = message;
    line.replace(u'\n', u' ').replace(u'\r', u' ').replace(u'\t', u' ');
    m_findings.push_back(
        {offset,
         {0, 0, severity, QLatin1String("xliff.") + QLatin1String(code), sectionOf(section, is22), line}});
}

void Sink::addPlain(qint64 offset, const QString &code, const QString &section, const QString &message)
{
    m_findings.push_back({offset, {0, 0, Severity::Error, code, section, message}});
}

QList<Finding> Sink::take(QByteArrayView bytes, xml::Encoding encoding)
{
    std::stable_sort(m_findings.begin(), m_findings.end(),
                     [](const Placed &one, const Placed &other) { return one.offset < other.offset; });
    Ruler ruler(bytes, encoding);
    QList<Finding> report;
    for (std::size_t i = 0; i < std::min(m_findings.size(), mostShown); ++i) {
        const Place place = ruler.placeOf(m_findings[i].offset);
        Finding &finding = m_findings[i].finding;
        finding.line = place.line;
        finding.column = place.column;
        report.append(std::move(finding));
    }
    if (m_findings.size() > mostShown) {
        for (std::size_t i = mostShown; i < m_findings.size(); ++i)
            m_droppedError = m_droppedError || m_findings[i].finding.severity == Severity::Error;
        m_dropped += static_cast<qint64>(m_findings.size() - mostShown);
        const Finding &last = report.last();
        report.append({last.line, last.column, m_droppedError ? Severity::Error : Severity::Warning,
                       QStringLiteral("xliff.too-many-findings"), QString(),
                       QStringLiteral("There are %1 more findings; mend the first ones and validate again.")
                           .arg(m_dropped)});
    }
    return report;
}

} // namespace verbale::conformance::xliff2
