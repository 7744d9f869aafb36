#pragma once

#include "formats/tmx/inline_writer.h"
#include "formats/tmx/tmx.h"

#include <verbale/sdk/result.h>

#include <QtCore/QIODevice>
#include <QtCore/QMap>
#include <QtCore/QStringList>

namespace verbale::tmx {

/// Writes TMX 1.4b (UTF-8, LF), valid against tmx14.dtd, a unit at a time: begin(), write() for each, end().
/// readTmx() gives back what was written, but for what losses() tells. Errors: file.write-failed.
class TmxWriter
{
public:
    /// `name` is the file's name, for messages.
    TmxWriter(QIODevice &device, QString name) : m_device(device), m_name(std::move(name)) {}

    /// Attributes that TMX demands and the header lacks are filled in.
    Result<void> begin(const TmxHeader &header);
    /// A unit without a variant is left out, and told. Codes of other formats become bpt and ept, it (one
    /// that lacks its counterpart) or ph; their content is the code's data, or else its markup. An attribute
    /// that TMX does not know becomes a prop "x-attribute-NAME".
    Result<void> write(const TmxUnit &unit);
    Result<void> end();

    [[nodiscard]] qint64 units() const { return m_units; }
    /// What TMX cannot hold, a sentence a kind with how often.
    [[nodiscard]] QStringList losses() const;

private:
    void appendVariant(const TmxVariant &variant);
    QList<TmxDetail> appendAttributes(const TmxAttributes &attributes, const QStringList &known);
    void appendDetails(const QList<TmxDetail> &details, QLatin1String indent);
    void appendUserEncodings(const QList<TmxUserEncoding> &encodings);
    void replaced(int characters);
    Result<void> flush(qsizetype keep);

    QIODevice &m_device;
    QString m_name;
    QString m_out;
    InlineWriter m_inline;
    QMap<QString, qint64> m_losses;
    qint64 m_units = 0;
};

} // namespace verbale::tmx
