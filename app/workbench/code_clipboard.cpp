#include "workbench/code_clipboard.h"

#include "document/inline_codes.h"

#include <QtCore/QDataStream>
#include <QtCore/QHash>
#include <QtCore/QIODevice>

namespace verbale::workbench {

namespace {

constexpr quint32 magic = 0x56424954; // "VBIT"
constexpr quint32 version = 1;
constexpr qsizetype mostBytes = 16 * 1024 * 1024;

} // namespace

QByteArray toBytes(const CopiedText &copied)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    stream << magic << version << copied.segment << copied.text.text << qint64(copied.text.codes.size());
    for (const InlineCode &code : std::as_const(copied.text.codes)) {
        const QString &display = code.display;
        const QString &data = code.data;
        const QString &type = code.type;
        stream << quint8(code.kind) << code.id << code.markup << display << data << type << code.canCopy
               << code.canDelete << code.canReorder;
    }
    return bytes;
}

std::optional<CopiedText> copiedTextFrom(const QByteArray &bytes)
{
    if (bytes.isEmpty() || bytes.size() > mostBytes)
        return std::nullopt;
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_0);
    quint32 first = 0;
    quint32 second = 0;
    qint64 count = 0;
    CopiedText copied;
    stream >> first >> second;
    if (first != magic || second != version)
        return std::nullopt;
    stream >> copied.segment >> copied.text.text >> count;
    if (stream.status() != QDataStream::Ok || count != copied.text.text.count(inlineCodeMark))
        return std::nullopt;
    QList<InlineCode> codes;
    for (qint64 i = 0; i < count; ++i) {
        InlineCode code;
        quint8 kind = 0;
        QString display;
        QString data;
        QString type;
        stream >> kind >> code.id >> code.markup >> display >> data >> type >> code.canCopy >>
            code.canDelete >> code.canReorder;
        if (stream.status() != QDataStream::Ok || kind > quint8(InlineCode::Kind::Closing))
            return std::nullopt;
        code.kind = static_cast<InlineCode::Kind>(kind);
        code.display = display;
        code.data = data;
        code.type = type;
        codes.append(code);
    }
    copied.text.codes = codes;
    return copied;
}

PastedText pastedText(const CopiedText &copied, const QString &segment, const InlineText &source,
                      const InlineText &around)
{
    const bool atHome = !segment.isEmpty() && copied.segment == segment;
    QHash<QString, InlineCode> known;
    for (const InlineCode &code : std::as_const(source.codes))
        known.insert(codeKey(code), code);
    QHash<QString, qsizetype> room; // how often each code may still come
    for (const InlineCode &code : std::as_const(source.codes))
        ++room[codeKey(code)];
    for (const InlineCode &code : std::as_const(around.codes))
        --room[codeKey(code)];
    PastedText pasted;
    QList<InlineCode> codes;
    qsizetype next = 0;
    for (const QChar c : copied.text.text) {
        if (c != inlineCodeMark) {
            pasted.text.text += c;
            continue;
        }
        const InlineCode &code = std::as_const(copied.text.codes).at(next++);
        const QString key = codeKey(code);
        const bool ours = known.contains(key);
        if (!ours && atHome && !room.contains(key))
            room.insert(key, 1); // not of the source, and taken out here
        if (room.value(key) <= 0) {
            ++(ours || atHome ? pasted.doubled : pasted.foreign);
            continue;
        }
        --room[key];
        pasted.text.text += c;
        codes.append(ours ? known.value(key) : code);
    }
    pasted.text.codes = codes;
    return pasted;
}

InlineText partOf(const InlineText &text, qsizetype start, qsizetype end)
{
    const qsizetype first = QStringView(text.text).first(start).count(inlineCodeMark);
    InlineText part;
    part.text = text.text.mid(start, end - start);
    part.codes = text.codes.mid(first, part.text.count(inlineCodeMark));
    return part;
}

} // namespace verbale::workbench
