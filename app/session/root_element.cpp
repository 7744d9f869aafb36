#include "session/root_element.h"

#include <QtCore/QByteArrayView>
#include <QtCore/QStringConverter>

namespace verbale::session {

namespace {

bool skipPast(QStringView &rest, QStringView opening, QStringView closing)
{
    if (!rest.startsWith(opening))
        return false;
    const qsizetype end = rest.indexOf(closing);
    rest = end < 0 ? QStringView() : rest.mid(end + closing.size());
    return true;
}

/// Past a document type, whose declarations may stand in brackets.
bool skipDoctype(QStringView &rest)
{
    if (!rest.startsWith(u"<!DOCTYPE", Qt::CaseInsensitive))
        return false;
    const qsizetype bracket = rest.indexOf(u'[');
    qsizetype end = rest.indexOf(u'>');
    while (bracket >= 0 && bracket < end && !rest.first(end).trimmed().endsWith(u']'))
        end = rest.indexOf(u'>', end + 1);
    rest = end < 0 ? QStringView() : rest.mid(end + 1);
    return true;
}

} // namespace

QString rootElement(const QByteArray &bytes)
{
    const QByteArrayView head = QByteArrayView(bytes).first(qMin(bytes.size(), sniffedForRoot));
    const auto encoding = QStringConverter::encodingForData(head, u'<').value_or(QStringConverter::Utf8);
    const QString text = QStringDecoder(encoding).decode(head);
    QStringView rest = QStringView(text);
    if (rest.startsWith(QChar::ByteOrderMark))
        rest = rest.mid(1);
    rest = rest.trimmed();
    bool declared = false;
    while (skipPast(rest, u"<?", u"?>") || skipPast(rest, u"<!--", u"-->") || skipDoctype(rest)) {
        declared = true;
        rest = rest.trimmed();
    }
    if (!rest.startsWith(u'<'))
        return declared ? QStringLiteral("?") : QString();
    rest = rest.mid(1);
    qsizetype end = 0;
    while (end < rest.size() && (rest[end].isLetterOrNumber() || QStringView(u":-_.").contains(rest[end])))
        ++end;
    const QStringView name = rest.first(end);
    const QString local = name.mid(name.lastIndexOf(u':') + 1).toString();
    const bool known =
        local == QLatin1String("xliff") || local.compare(QLatin1String("html"), Qt::CaseInsensitive) == 0;
    return declared || known ? local : QString();
}

} // namespace verbale::session
