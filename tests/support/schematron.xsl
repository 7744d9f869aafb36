<?xml version="1.0" encoding="UTF-8"?>
<!-- Turns an ISO Schematron schema with the query binding xslt2 into a stylesheet that prints a line for each
     broken rule: the pattern's id, the element and its id. Only the part of Schematron that XLIFF uses: ns, let,
     pattern, rule, assert and report. Rules and assertions whose role begins with "warn" are left out. -->
<xsl:stylesheet version="2.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:out="urn:verbale:stylesheet" exclude-result-prefixes="sch">
  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>
  <xsl:output method="xml" indent="yes"/>

  <xsl:template match="/sch:schema">
    <out:stylesheet version="2.0">
      <xsl:for-each select="sch:ns">
        <xsl:namespace name="{@prefix}" select="@uri"/>
      </xsl:for-each>
      <out:output method="text"/>
      <xsl:apply-templates select="sch:let"/>
      <out:template match="/">
        <xsl:for-each select="sch:pattern">
          <out:apply-templates select="/*" mode="p{position()}"/>
        </xsl:for-each>
      </out:template>
      <xsl:apply-templates select="sch:pattern"/>
    </out:stylesheet>
  </xsl:template>

  <xsl:template match="sch:pattern">
    <xsl:variable name="mode" select="concat('p', count(preceding-sibling::sch:pattern) + 1)"/>
    <xsl:variable name="lets" select="sch:let"/>
    <xsl:for-each select="sch:rule">
      <out:template match="{@context}" mode="{$mode}" priority="{1000 - position()}">
        <xsl:apply-templates select="$lets"/>
        <xsl:apply-templates select="*"/>
        <out:apply-templates select="@*|node()" mode="{$mode}"/>
      </out:template>
    </xsl:for-each>
    <out:template match="@*|node()" mode="{$mode}" priority="-1">
      <out:apply-templates select="@*|node()" mode="{$mode}"/>
    </out:template>
  </xsl:template>

  <xsl:template match="sch:let">
    <out:variable name="{@name}" select="{@value}"/>
  </xsl:template>

  <xsl:template match="sch:assert | sch:report">
    <xsl:variable name="warning"
        select="starts-with(@role, 'warn') or starts-with(ancestor::sch:rule/@role, 'warn')"/>
    <xsl:if test="not($warning)">
      <xsl:variable name="broken" select="if (self::sch:assert) then concat('not(', @test, ')') else @test"/>
      <out:if test="{$broken}">
        <out:value-of select="concat('{ancestor::sch:pattern/@id}: ', name(), ' ', @id, @startRef, ' in ', ancestor-or-self::*[local-name()='unit']/@id, '&#10;')"/>
      </out:if>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*"/>
</xsl:stylesheet>
