#pragma once

#include "formats/tmx/read_tmx.h"
#include "formats/tmx/write_tmx.h"

#include <QtCore/QByteArray>
#include <QtCore/QStringList>

#include <random>

namespace verbale::testing {

/// A whole file in memory.
struct TmxFile
{
    tmx::TmxHeader header;
    QList<tmx::TmxUnit> units;
    QStringList warnings;
    QStringList losses; ///< of writing
};

Result<TmxFile> readTmxFile(QByteArray bytes, const QString &name = QStringLiteral("f.tmx"));
QByteArray writeTmxFile(TmxFile &file);

/// A body in a file around it; the version is 1.4 and the source language vi.
QByteArray tmxAround(const QByteArray &body);

/// Files that TMX can hold, in the way that readTmx() gives them.
class RandomTmx
{
public:
    explicit RandomTmx(unsigned seed) : m_random(seed) {}
    TmxFile next();
    /// A text with codes of another format, paired or torn apart, with any characters.
    InlineText foreignText();

private:
    int below(int limit) { return static_cast<int>(m_random() % static_cast<unsigned>(limit)); }
    QString text(int longest);
    InlineText inlineText(int depth);
    void appendSpan(InlineText &text, int depth);
    QList<tmx::TmxDetail> details();
    tmx::TmxAttributes attributes(const QStringList &names);

    std::mt19937 m_random;
    int m_pair = 0;
};

/// What is wrong with a file by tmx14.dtd; empty when it is valid.
QString tmxDtdErrors(const QList<QByteArray> &files);

/// Why tmxDtdErrors() cannot work here; empty when it can.
QString whyNoTmxDtd();

} // namespace verbale::testing
