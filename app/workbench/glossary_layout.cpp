#include "workbench/glossary_layout.h"

#include <QtCore/QDataStream>
#include <QtCore/QIODevice>

namespace verbale::workbench {

namespace {

constexpr quint32 magic = 0x56474c31; // "VGL1"
constexpr qint32 anyStatus = -1;

} // namespace

QByteArray toBytes(const GlossaryLayout &layout)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    const GlossaryFilter &filter = layout.filter;
    stream << magic << layout.geometry << layout.columns << layout.header << filter.typed << filter.domain
           << qint32(filter.status ? static_cast<qint32>(*filter.status) : anyStatus) << filter.termbase
           << filter.authority << filter.onlyUsed;
    return bytes;
}

GlossaryLayout glossaryLayoutFrom(const QByteArray &bytes)
{
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_0);
    quint32 found = 0;
    stream >> found;
    if (found != magic)
        return {};
    GlossaryLayout layout;
    qint32 status = anyStatus;
    GlossaryFilter &filter = layout.filter;
    stream >> layout.geometry >> layout.columns >> layout.header >> filter.typed >> filter.domain >> status >>
        filter.termbase >> filter.authority >> filter.onlyUsed;
    if (stream.status() != QDataStream::Ok || status < anyStatus ||
        status > static_cast<qint32>(TermStatus::Forbidden))
        return {};
    if (status != anyStatus)
        filter.status = static_cast<TermStatus>(status);
    return layout;
}

} // namespace verbale::workbench
