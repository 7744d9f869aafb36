#pragma once

#include "glossary/engine/contents.h"
#include "glossary/engine/tbx_source.h"

namespace verbale::glossary {

/// Reads a TBX file: ISO 30042:2019 (v3) in the dialects TBX-Core, TBX-Min and TBX-Basic, DCA and DCT style,
/// and other dialects by their core structure; v2 (martif) as TBX-Basic or TBX-Default, as IATE and MultiTerm
/// export it, and the v2 format of TBX-Min.
///
/// An entry that breaks a rule of its dialect (structure, data categories, their levels and values, ids,
/// references) is left out and listed in rejectedRows with line, column and the rule as the error's code
/// ("tbx.level"); so is what is wrong outside the entries. Data that ConceptEntry has no field for is kept in
/// `extra`. Of a status that is not stated, the first term of a language counts as Preferred unless another
/// is, the others as Admitted. Nothing outside the file is fetched.
/// Errors: those of xml::parse with "tbx", tbx.not-tbx, tbx.no-terms.
Result<GlossaryContents> readTbx(const QByteArray &bytes, const QString &fileName);

enum class TbxForm {
    BasicDca, ///< TBX-Basic v3, data categories as attributes
    BasicDct, ///< TBX-Basic v3, data categories as tags
    BasicV2,  ///< TBX-Basic v2
};

/// Writes TBX-Basic, which readTbx reads back as the same entries. What TBX-Basic cannot say (a forbidden
/// term, a part of speech of its own, data categories of other dialects) stands in notes that begin with
/// "verbale:", which people can read and readTbx understands. Warnings: entries without terms are left out,
/// as are characters that XML does not allow and references to what is not in the termbase. `source`: header
/// and back matter are this file's.
GlossaryBytes writeTbx(const Termbase &termbase, TbxForm form, const TbxSource *source = nullptr);

} // namespace verbale::glossary
