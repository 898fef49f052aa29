terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

variable "domain" {
  type    = string
  default = "example.com"
}

provider "alicloud" {
  region = "cn-beijing"
}

resource "alicloud_oss_bucket" "media" {
  bucket = "media-origin"
}

resource "alicloud_vod_domain" "video" {
  domain_name = "video.${var.domain}"

  sources {
    source_type    = "domain"
    source_content = "media-origin.oss-cn-beijing.aliyuncs.com"
    source_port    = "443"
  }
}

resource "alicloud_live_domain" "live" {
  domain_name = "live.${var.domain}"
  domain_type = "liveVideo"
  region      = "ap-southeast-1"
  scope       = "overseas"
}

resource "alicloud_cdn_domain_new" "images" {
  domain_name = "img.${var.domain}"
  cdn_type    = "web"
  scope       = "global"

  sources {
    type    = "oss"
    content = alicloud_oss_bucket.media.extranet_endpoint
  }
}

resource "alicloud_alidns_record" "video" {
  domain_name = var.domain
  rr          = "video"
  type        = "CNAME"
  value       = alicloud_vod_domain.video.cname
}

resource "alicloud_alidns_record" "img" {
  domain_name = var.domain
  rr          = "img"
  type        = "CNAME"
  value       = alicloud_cdn_domain_new.images.cname
}

resource "alicloud_alidns_record" "live" {
  domain_name = var.domain
  rr          = "live"
  type        = "CNAME"
  value       = "live.${var.domain}.w.kunlunaq.com"
}
