#include "workbench/window_layout.h"

#include <QtCore/QDataStream>
#include <QtCore/QIODevice>

namespace verbale::workbench {

namespace {

constexpr quint32 magic = 0x56424c31; // "VBL1"
constexpr QSize frameSize(16, 48);    // a title bar and its edges, on the generous side

} // namespace

QByteArray toBytes(const WindowLayout &layout)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    stream << magic << layout.columns << layout.panes << layout.sourceShare << qint32(layout.zoom);
    return bytes;
}

WindowLayout layoutFrom(const QByteArray &bytes)
{
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_0);
    quint32 found = 0;
    qint32 zoom = 100;
    WindowLayout layout;
    stream >> found;
    if (found != magic)
        return {};
    stream >> layout.columns >> layout.panes >> layout.sourceShare >> zoom;
    if (stream.status() != QDataStream::Ok || !(layout.sourceShare >= 0.2 && layout.sourceShare <= 0.8))
        return {};
    layout.zoom = qBound(60, zoom, 300);
    return layout;
}

QSize fittingSize(const QSize &wanted, const QSize &available)
{
    return available.isEmpty() ? wanted : wanted.boundedTo((available - frameSize).expandedTo({1, 1}));
}

} // namespace verbale::workbench
