/**
 * What tests share: real databases, golden files, programs of the machine. Nothing of the product
 * is imitated here, and nothing here knows what the product does with a database.
 */
package dev.dbpreflight.support;
