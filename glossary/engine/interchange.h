#pragma once

#include "glossary/engine/contents.h"
#include "glossary/engine/tbx.h"
#include "text/encodings.h"

#include <QtCore/QHash>

#include <optional>

namespace verbale::glossary {

/// The forms in which glossaries come and go.
enum class FileFormat { Tsv, Csv, OmegaT, TbxBasic, TbxV2, Xlsx };

/// The name that the command line has for it: "tsv", "csv", "omegat", "tbx-basic", "tbx-v2", "xlsx".
QString formatName(FileFormat format);
/// The format of that name; "tbx" is TbxBasic. None for any other word.
std::optional<FileFormat> formatNamed(QStringView name);
/// What a file's name ends in says: .tsv and .txt, .csv, .xlsx, .tbx and .xml.
std::optional<FileFormat> formatOfFile(const QString &fileName);

struct ReadOptions
{
    std::optional<FileFormat> format; ///< none: what the bytes and the name say
    /// What the file calls a column, case-folded, or "#2" for the second -> of tsvColumns; "" leaves it out.
    QHash<QString, QString> columnNames = {};
    std::optional<bool> header = {}; ///< whether the first row names the columns; none: what it looks like
    std::optional<text::Encoding> encoding = {}; ///< of tables; none: what the bytes say
    QString sheet = {};                          ///< of a spreadsheet; empty: the first with a glossary
};

/// Reads a glossary of any of these formats. XML is TBX of the version that it names, whatever its name; a
/// .csv file is CSV, and so is another one whose first line is separated by commas or semicolons and not by
/// tabs. A packed file is a spreadsheet. Errors: those of readTbx, readCsv, readTsv and openXlsx;
/// glossary.unknown-format for an old spreadsheet.
Result<GlossaryContents> readGlossary(const QByteArray &bytes, const QString &fileName,
                                      const ReadOptions &options = {});

/// The TBX file that entries come from, and how near to it what is written has to be.
struct TbxSourceUse
{
    std::shared_ptr<const TbxSource> source = {};
    bool keepForm = false; ///< its own dialect and style, whichever these are
};

/// Whether the entries would be written back into `use.source` rather than made anew: see patchTbx.
bool writesBack(FileFormat format, bool dct, const TbxSourceUse &use);

/// Writes a glossary, and says what of it the format cannot hold. `dct` chooses the style of TBX v3.
/// Error: xlsx.write-failed.
Result<GlossaryBytes> writeGlossary(const Termbase &termbase, FileFormat format, bool dct = false,
                                    const TbxSourceUse &use = {});

/// OmegaT's three columns, no header: a row for each Vietnamese term with the English that goes with it
/// (abbreviations with abbreviations), and for each English variant. Terms that are not to be used are left
/// out.
GlossaryBytes writeOmegaT(const Termbase &termbase);

/// Glossaries made into one, the first file's entries first.
struct MergedGlossary
{
    Termbase termbase;
    QList<Error> duplicates; ///< what two entries share, and what was done about it; at the later one
};

/// An entry that says nothing new (an earlier one has its Vietnamese and English, its terms and its other
/// values) is left out. An entry with the id of an earlier one gets another; one with the Vietnamese and
/// English of an earlier one that says more stays. Each case is told.
MergedGlossary mergeGlossaries(const QList<GlossaryContents> &files);

} // namespace verbale::glossary
