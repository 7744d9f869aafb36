#include "command-line/printer.h"

#include <cerrno>

namespace verbale::commandline {

namespace {

constexpr qsizetype pieceBytes = 64 * 1024;

} // namespace

QString forTerminal(QString text)
{
    for (QChar &character : text) {
        if (character.category() == QChar::Other_Control && character != u'\n' && character != u'\t')
            character = QChar(QChar::ReplacementCharacter);
    }
    return text;
}

void Printer::text(const QString &text)
{
    bytes(text.toUtf8());
}

void Printer::bytes(const QByteArray &bytes)
{
    m_pending += bytes;
    if (m_pending.size() >= pieceBytes)
        (void)flush();
}

Result<void> Printer::flush()
{
    qsizetype written = 0;
    while (!m_failed && !m_closed && written < m_pending.size()) {
        errno = 0;
        const qint64 count = m_device.write(m_pending.constData() + written, m_pending.size() - written);
        if (count > 0) {
            written += count;
        } else if (errno == EPIPE) {
            m_closed = true;
        } else if (errno != EINTR) {
            m_failed = true;
            m_reason = m_device.errorString();
        }
    }
    m_pending.clear();
    if (m_failed) {
        return Error{QStringLiteral("output.write-failed"),
                     QStringLiteral("The output could not be written to its end: %1.").arg(m_reason),
                     {QStringLiteral("standard output")}};
    }
    return {};
}

} // namespace verbale::commandline
