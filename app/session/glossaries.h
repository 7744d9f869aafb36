#pragma once

#include <verbale/sdk/result.h>

#include <QtCore/QByteArray>
#include <QtCore/QHash>
#include <QtCore/QMap>
#include <QtCore/QStringList>

#include <optional>

namespace verbale::session {

/// A glossary to read: a file, "builtin" for the shipped one, or bytes under a name ("-").
struct GlossarySource
{
    QString path;
    QByteArray bytes = {};
    bool isRead = false; ///< `bytes` are the file's
};

/// The names of the formats that are written: tsv, csv, omegat, tbx-basic, tbx-v2, xlsx.
QStringList glossaryFormats();
/// The format of a file that is written, by its suffix; empty for an unknown one.
QString glossaryFormatOf(const QString &path);

struct GlossaryImportOptions
{
    QString from;     ///< the inputs' format; empty: what each says
    QString encoding; ///< of tables, as in text::encodingFromId; empty: what the bytes say
    QString sheet;    ///< of spreadsheets; empty: the first with a glossary
    /// What the inputs call a column -> vi, en, note ...; "#2" is the second; "" leaves a column out. What is
    /// not named here is found by its name ("Tiếng Việt", "English term").
    QHash<QString, QString> columns;
    std::optional<bool> header; ///< whether the first row names the columns; none: what it looks like
    bool skipBadRows = false;
    QString to = QStringLiteral("tsv");
    bool dct = false; ///< the style of TBX v3
    /// TBX from a TBX file keeps its dialect and style; `to` says only that it is TBX.
    bool keepForm = false;
};

/// A glossary in the form in which it is to be written.
struct GlossaryFile
{
    QByteArray bytes;     ///< empty when it was refused
    bool refused = false; ///< rows are wrong, and they were not to be skipped
    qint64 entries = 0;
    QList<Error> rejected;   ///< rows and entries that are wrong, with line and column
    QList<Error> duplicates; ///< what entries of the inputs share
    QStringList warnings;    ///< what was left out on the way, a sentence a kind
};

/// Reads glossaries, makes one of them and converts it. Nothing is written. Errors: what cannot be read at
/// all, a format that does not exist.
Result<GlossaryFile> importGlossaries(const QList<GlossarySource> &sources,
                                      const GlossaryImportOptions &options);

struct GlossaryFinding
{
    QString code;
    QString severity; ///< "error", "warning"
    QString entry;
    Error error; ///< what and where
};

/// Looks the glossaries through as ones that are used together: see glossary::lintGlossary.
Result<QList<GlossaryFinding>> lintGlossaries(const QList<GlossarySource> &sources);

/// How much glossaries hold, added up.
struct GlossaryFigures
{
    qint64 entries = 0;
    qint64 terms = 0;
    qint64 abbreviations = 0;
    qint64 withAuthority = 0;
    qint64 withNote = 0;
    QMap<QString, qint64> byDomain;
    QMap<QString, qint64> byPartOfSpeech;
    QMap<QString, qint64> byStatus;
    QMap<QString, qint64> termsByLanguage;
    QMap<QString, qint64> termsByStatus;
    QList<Error> rejected;
};
Result<GlossaryFigures> glossaryFigures(const QList<GlossarySource> &sources);

struct GlossaryHit
{
    QString glossary;
    QString entry;
    QString rank; ///< "exact", "prefix", "words", "no-diacritics"
    QString matched;
    QString language; ///< of `matched`
    QString status;   ///< of `matched`
    QString domain;
    QString partOfSpeech;
    QString note;
    QString authority;
    QStringList vi;
    QStringList en;
};

/// The entries that fit `typed` in any language, marks on letters counting last; the best first, at most
/// `limit`.
Result<QList<GlossaryHit>> findInGlossaries(const QList<GlossarySource> &sources, const QString &typed,
                                            qsizetype limit);

} // namespace verbale::session
