#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

namespace verbale::session {

/// A part of an archive as nobody should pack it: any name, any kind of file, with a password.
struct PackedPart
{
    QString name;
    QByteArray bytes;
    quint32 unixMode = 0;
    QByteArray password = {};
};
using PackedParts = QList<PackedPart>;

QByteArray packedPlugin(const PackedParts &parts);

/// The archive, saying `to` where it said that a part unpacks to `from` bytes.
QByteArray withSize(QByteArray archive, quint32 from, quint32 to);

QByteArray pluginJson(const QByteArray &id = "org.example.hello", const QByteArray &version = "1.0.0");

} // namespace verbale::session
