#pragma once

#include "glossary/engine/tbx_node.h"

#include <QtCore/QStringList>

namespace verbale::glossary::tbx {

/// A part of an element's content: children of these kinds, so many of them.
struct Step
{
    QStringList kinds;
    int least = 0;
    bool many = true;
};

/// What an element may hold: the steps in this order, and text among them or not.
struct Model
{
    std::vector<Step> steps;
    bool text = false;
};

/// nullptr for a kind that the file's version of TBX does not have.
const Model *modelOf(const QString &kind, const FileKind &file);

/// The attributes that a kind may and must carry.
struct AttributeRule
{
    QStringList allowed;
    QStringList required;
};
AttributeRule attributesOf(const QString &kind, const FileKind &file);

/// The kinds that carry a data category.
bool carriesCategory(const QString &kind);

} // namespace verbale::glossary::tbx
